package ca.releve.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as a test says; it offers no encryption. */
class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile String toRecipient = "250 OK";
    private volatile String toMessage = "250 OK";

    ScriptedMailServer() throws IOException {
        Thread acceptor = new Thread(this::accept, "scripted-mail-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The answer to RCPT TO. */
    void answerToRecipients(String answer) {
        toRecipient = answer;
    }

    /** The answer to the end of a message. */
    void answerToMessages(String answer) {
        toMessage = answer;
    }

    /** The commands that were received, in upper case, without the messages. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
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
                    for (String text = in.readLine(); !text.equals("."); text = in.readLine()) {}
                    say(client, toMessage);
                } else {
                    say(client, command.equals("QUIT") ? "221 Bye" : "250 OK");
                }
            }
        } catch (IOException disconnected) {
            // The portal is done, or the test is.
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
