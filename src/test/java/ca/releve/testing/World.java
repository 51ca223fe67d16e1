package ca.releve.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.catalog.AgeGroup;
import ca.releve.catalog.JobFunction;
import ca.releve.catalog.TaskType;
import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.client.Facility;
import ca.releve.format.EmailAddress;
import ca.releve.history.Actor;
import ca.releve.replacement.Need;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.Shift;
import ca.releve.substitute.Substitute;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates users, clients and other data for a test, with unique names. */
@TestComponent
public class World {

    /** The password of all accounts in tests. */
    public static final String PASSWORD = "une phrase assez longue";

    /** A source of a portal that a test starts by itself. */
    public static final Class<?> MINTED_SIGN_IN = MintedSignIn.class;

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() / 1_000_000 % 100_000_000);

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String passwordHash;
    private final ServletWebServerApplicationContext server;
    private final JdbcClient jdbc;
    private Need need;
    private final Map<UUID, SoftKey> passkeys = new ConcurrentHashMap<>();

    World(
            EntityManager entities,
            TransactionTemplate transaction,
            Clock clock,
            PasswordEncoder passwords,
            ServletWebServerApplicationContext server,
            JdbcClient jdbc) {
        this.entities = entities;
        this.transaction = transaction;
        this.clock = clock;
        this.passwordHash = passwords.encode(PASSWORD);
        this.server = server;
        this.jdbc = jdbc;
    }

    /** Saves a new entity in a separate transaction. */
    public <T> T save(T entity) {
        return transaction.execute(status -> {
            entities.persist(entity);
            return entity;
        });
    }

    /** Saves a new request that a search finds only by this text and by its code. */
    public void findable(ReplacementRequest request, String... words) {
        save(request);
        jdbc.sql("update replacement_request set search_text = searchable(?) where id = ?")
                .params(request.code() + " " + String.join(" ", words), request.id())
                .update();
    }

    /** A client with one installation and a manager who has an account. */
    public SomeClient client() {
        long number = NUMBER.incrementAndGet();
        Client client = save(new Client("CPE Les Tournesols " + number, clock));
        Facility facility = facility(client, "Installation du Parc " + number);
        ClientManager manager = save(
                new ClientManager(client, "Marie", "Tremblay " + number, email("marie." + number), "418 555-0101"));
        return new SomeClient(
                client, facility, manager, account(Account.of(manager, clock), "Marie", "Tremblay " + number));
    }

    public Facility facility(Client client, String name) {
        return save(new Facility(
                client, name, "12, rue des Érables", "Québec", "G1R 2B5", "418 555-0102", "Sonner à la porte verte."));
    }

    public Account dispatcher() {
        return staff(Role.DISPATCHER);
    }

    public Account administrator() {
        return staff(Role.ADMINISTRATOR);
    }

    public Substitute substitute() {
        long number = NUMBER.incrementAndGet();
        return save(new Substitute(
                "Amélie", "Gagnon " + number, "amelie." + number + "@example.test", "418 555-0103", true));
    }

    public JobFunction jobFunction() {
        long number = NUMBER.incrementAndGet();
        return save(new JobFunction("Éducatrice " + number, "Educator " + number, 1));
    }

    public AgeGroup ageGroup() {
        long number = NUMBER.incrementAndGet();
        return save(new AgeGroup("Poupons " + number, "Infants " + number, 1));
    }

    public TaskType taskType() {
        long number = NUMBER.incrementAndGet();
        return save(new TaskType("Remplacement en groupe " + number, "Group replacement " + number, 1));
    }

    /**
     * What requests of the tests ask for: all the same function, age group and task. With others for each request the forms
     * that offer all of them would become longer than a request may be.
     */
    public synchronized Need need(boolean qualified, String notes) {
        if (need == null) {
            need = new Need(jobFunction().id(), ageGroup().id(), taskType().id(), true, "");
        }
        return new Need(need.jobFunctionId(), need.ageGroupId(), need.taskTypeId(), qualified, notes);
    }

    /** The address of the tested portal. */
    public String origin() {
        return "http://localhost:" + server.getWebServer().getPort();
    }

    /** A visitor who is not signed in. */
    public Visitor stranger() {
        return new Visitor(server.getWebServer().getPort());
    }

    /**
     * A visitor with a minted session, for staff with both factors. A test of the sign-in itself uses
     * {@link #withPassword} and {@link #withPasskey}.
     */
    public Visitor signedIn(Account account) {
        return signedIn(stranger(), account.email(), account.staffMemberId() != null);
    }

    /** Mints the session of a visitor of any portal that has {@link #MINTED_SIGN_IN}. */
    public static Visitor signedIn(Visitor visitor, String email, boolean staff) {
        List<String> factors = staff
                ? List.of(FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.WEBAUTHN_AUTHORITY)
                : List.of(FactorGrantedAuthority.PASSWORD_AUTHORITY);
        visitor.post(MintedSignIn.PATH, Map.of(MintedSignIn.EMAIL, email, MintedSignIn.FACTOR, factors));
        if (visitor.page().status() != 302) {
            throw new AssertionError("Sign-in was refused to " + email);
        }
        return visitor;
    }

    /** A visitor who has signed in with a password on the sign-in page, and with no other factor. */
    public Visitor withPassword(Account account) {
        Visitor visitor = stranger();
        visitor.get("/connexion");
        visitor.press("Se connecter", Map.of("email", account.email(), "password", PASSWORD));
        if (visitor.page().location().orElse("").contains("refus")) {
            throw new AssertionError("Sign-in was refused to " + account.email());
        }
        return visitor;
    }

    /** Adds the second factor on its page. */
    public Visitor withPasskey(Visitor visitor, Account account) {
        visitor.get("/connexion/cle");
        show(visitor, "Utiliser ma clé d’accès", passkeyOf(account));
        if (visitor.page().location().orElse("").contains("refus")) {
            throw new AssertionError("The passkey was refused to " + account.email());
        }
        return visitor;
    }

    /** Submits the passkey form of the last page, as its script does. */
    public Visitor.Page show(Visitor visitor, String button, SoftKey passkey) {
        Visitor.Page shown = visitor.page();
        String options = visitor.post("/connexion/cle/options", Map.of()).body();
        return visitor.press(shown, button, Map.of("credential", passkey.sign(options, origin())));
    }

    /** Creates a passkey on the last page, as its script does. */
    public Visitor.Page make(Visitor visitor, String label, SoftKey passkey) {
        Visitor.Page shown = visitor.page();
        String begin = shown.html().select("form[data-passkey=create]").attr("data-options");
        String options = visitor.post(begin, Map.of("label", label)).body();
        return visitor.press(
                shown, "Créer la clé d’accès", Map.of("label", label, "credential", passkey.make(options, origin())));
    }

    /** The device of a member of the staff, or of a user with a passkey of {@link #givePasskey}. */
    public SoftKey passkeyOf(Account account) {
        return passkeys.get(account.id());
    }

    /** A device with a registered passkey of this account. */
    public SoftKey givePasskey(Account account, String label) {
        SoftKey passkey = SoftKey.of(account.id());
        passkey.register(jdbc, account.id(), label, clock.instant());
        passkeys.put(account.id(), passkey);
        return passkey;
    }

    public Actor actor(Account account) {
        return new Actor(
                account.staffMemberId() == null ? Actor.Kind.MANAGER : Actor.Kind.STAFF, account.id(), account.name());
    }

    /** A manager of this client who sees its first installation only. */
    public Account limitedManager(SomeClient client) {
        long number = NUMBER.incrementAndGet();
        ClientManager manager = new ClientManager(
                client.client(), "Lucie", "Bergeron " + number, email("lucie." + number), "418 555-0105");
        save(manager);
        transaction.executeWithoutResult(status -> {
            entities.createNativeQuery("update client_manager set all_facilities = false where id = ?1")
                    .setParameter(1, manager.id())
                    .executeUpdate();
            entities.createNativeQuery("insert into client_manager_facility (client_manager_id, client_id, facility_id)"
                            + " values (?1, ?2, ?3)")
                    .setParameter(1, manager.id())
                    .setParameter(2, client.client().id())
                    .setParameter(3, client.facility().id())
                    .executeUpdate();
        });
        return account(Account.of(manager, clock), "Lucie", "Bergeron " + number);
    }

    /** A unique address. */
    public EmailAddress email(String localPart) {
        return EmailAddress.parse(localPart + "." + NUMBER.incrementAndGet() + "@example.test")
                .orElseThrow();
    }

    private Account staff(Role role) {
        Account account = staffWithoutPasskey(role);
        givePasskey(account, "Ordinateur du bureau");
        return account;
    }

    /** A new member of the staff, who has no passkey yet. */
    public Account staffWithoutPasskey(Role role) {
        String lastName = "Lavoie " + NUMBER.incrementAndGet();
        StaffMember member = save(new StaffMember("Josée", lastName, email("josee"), role));
        return account(Account.of(member, clock), "Josée", lastName);
    }

    private Account account(Account account, String firstName, String lastName) {
        account.signUp(firstName, lastName, passwordHash, "fr");
        account.confirm(clock);
        return save(account);
    }

    /** A shift of {@code hours} that begins this long from now, to the minute. */
    public PlannedShift shift(Duration fromNow, int hours) {
        Instant start = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(fromNow);
        return new PlannedShift(start, start.plus(Duration.ofHours(hours)), 0, ZoneId.of("America/Toronto"));
    }

    /** A draft that is not saved: its verbs may be called before {@link #save}. */
    public ReplacementRequest draft(SomeClient client, Facility facility) {
        return new ReplacementRequest(
                "R-" + NUMBER.incrementAndGet(),
                facility,
                need(true, "Sonner à la porte de côté."),
                actor(client.account()),
                clock);
    }

    /** A request without a schedule. */
    public ReplacementRequest request(SomeClient client) {
        return save(draft(client, client.facility()));
    }

    /** A submitted request with these shifts. */
    public ReplacementRequest sentRequest(SomeClient client, PlannedShift... shifts) {
        ReplacementRequest request = draft(client, client.facility());
        request.schedule(List.of(shifts), actor(client.account()), clock);
        return save(request);
    }

    /** A request with this substitute confirmed for all shifts. */
    public ReplacementRequest confirmed(SomeClient client, Substitute substitute, PlannedShift... shifts) {
        ReplacementRequest request = draft(client, client.facility());
        request.schedule(List.of(shifts), actor(client.account()), clock);
        request.assign(request.shifts().stream().map(Shift::id).toList(), substitute, Actor.PORTAL, clock);
        return save(request);
    }

    /** A client, its installation, its manager and the manager's account. */
    public record SomeClient(Client client, Facility facility, ClientManager manager, Account account) {}

    /** A manager whom the service knows and who has no account. */
    public ClientManager knownManager() {
        return save(new ClientManager(client().client(), "Nadia", "Benali", email("nadia"), "418 555-0104"));
    }

    /** The mails to this address since the start of the test, in order of arrival. */
    public List<SomeMail> mailsTo(String address) {
        return Arrays.stream(server.getBean(GreenMail.class).getReceivedMessages())
                .map(SomeMail::of)
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    /** Waits for the next mail to this address after a number of earlier ones. */
    public SomeMail mailTo(String address, int after) {
        return Awaitility.await("mail " + (after + 1) + " to " + address)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> mailsTo(address), mails -> mails.size() > after)
                .get(after);
    }

    /** Waits for the first mail to this address. */
    public SomeMail mailTo(String address) {
        return mailTo(address, 0);
    }

    /** A received mail. */
    public record SomeMail(MimeMessage message, String to, String subject, String text, String html) {

        private static final Pattern LINK = Pattern.compile("https://portail\\.example\\.test(/\\S*)");

        static SomeMail of(MimeMessage message) {
            try {
                Multipart parts = (Multipart) message.getContent();
                Secrets.mailed((String) parts.getBodyPart(0).getContent());
                return new SomeMail(
                        message,
                        ((InternetAddress) message.getRecipients(MimeMessage.RecipientType.TO)[0]).getAddress(),
                        message.getSubject(),
                        ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                        (String) parts.getBodyPart(1).getContent());
            } catch (MessagingException | IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** The path of the link in the text. */
        public String path() {
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).as("a link in\n%s", text).isTrue();
            return link.group(1);
        }

        /** The last part of the link. */
        public String token() {
            return path().substring(path().lastIndexOf('/') + 1);
        }

        public String header(String name) {
            try {
                return message.getHeader(name, null);
            } catch (MessagingException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
