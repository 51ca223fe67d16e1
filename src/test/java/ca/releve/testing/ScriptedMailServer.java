package ca.releve.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as a test says; it offers no encryption. */
public class ScriptedMailServer implements AutoCloseable {

    private static final String MESSAGE_ID = "Message-ID: ";

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final int port;
    private ServerSocket socket;
    private volatile boolean silent;
    private volatile String toRecipient = "250 OK";
    private volatile String toMessage = "250 OK";

    public ScriptedMailServer() throws IOException {
        listen(0);
        port = socket.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** Refuses connections until {@link #listen}. */
    public void refuse() throws IOException {
        socket.close();
    }

    /** Accepts connections again. */
    public void listen() throws IOException {
        listen(port);
    }

    /** Whether connections are accepted and never answered. */
    public void beSilent(boolean silent) {
        this.silent = silent;
    }

    /** The answer to RCPT TO. */
    public void answerToRecipients(String answer) {
        toRecipient = answer;
    }

    /** The answer to the end of a message. */
    public void answerToMessages(String answer) {
        toMessage = answer;
    }

    /** The commands that were received, in upper case, without the messages. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** The values of {@code Message-ID} of the messages that were taken, in their order. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void listen(int port) throws IOException {
        ServerSocket listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        socket = listening;
        Thread acceptor = new Thread(() -> accept(listening), "scripted-mail-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread session = new Thread(() -> talk(client), "scripted-mail-session");
                session.setDaemon(true);
                session.start();
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void talk(Socket client) {
        try (client) {
            if (silent) {
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 mail.example.test");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                commands.add(command);
                if (command.startsWith("RCPT")) {
                    say(client, toRecipient);
                } else if (command.equals("DATA")) {
                    say(client, "354 Go ahead");
                    takeMessage(client, in);
                } else {
                    say(client, command.equals("QUIT") ? "221 Bye" : "250 OK");
                }
            }
        } catch (IOException disconnected) {
            // The portal is done, or the test is.
        }
    }

    private void takeMessage(Socket client, BufferedReader in) throws IOException {
        String id = "";
        for (String text = in.readLine(); !text.equals("."); text = in.readLine()) {
            id = text.startsWith(MESSAGE_ID) ? text.substring(MESSAGE_ID.length()) : id;
        }
        String answer = toMessage;
        if (answer.startsWith("2")) {
            taken.add(id);
        }
        say(client, answer);
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
