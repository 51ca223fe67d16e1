package ca.releve.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not leave.
 *
 * @param answer the words of the mail server, or of the attempt to reach it
 */
record MailRefusal(MailProblem problem, String answer) {

    /** Answers that concern the portal and not the mail: authentication or encryption is required. */
    private static final Set<Integer> ABOUT_THE_PORTAL = Set.of(530, 534, 535, 538);

    /** A full mailbox; RFC 1123 has it for a mail that is too large, and servers send it for both. */
    private static final int FULL = 552;

    private static final String WITHOUT_ENCRYPTION = "STARTTLS is required";

    static MailRefusal of(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        collect(failure, causes);
        for (Throwable cause : causes) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return answered(MailProblem.ADDRESS_REFUSED, refused.getReturnCode(), refused);
            }
            if (cause instanceof AddressException malformed) {
                return new MailRefusal(MailProblem.ADDRESS_REFUSED, malformed.getMessage());
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof SMTPSendFailedException refused) {
                return answered(MailProblem.MESSAGE_REFUSED, refused.getReturnCode(), refused);
            }
            if (cause instanceof MailAuthenticationException) {
                return new MailRefusal(MailProblem.SIGN_IN_REFUSED, said(failure));
            }
            if (said(cause).startsWith(WITHOUT_ENCRYPTION)) {
                return new MailRefusal(MailProblem.NOT_ENCRYPTED, said(cause));
            }
        }
        return new MailRefusal(MailProblem.NOT_REACHED, said(failure));
    }

    private static MailRefusal answered(MailProblem permanent, int code, MessagingException refused) {
        MailProblem problem = permanent;
        if (ABOUT_THE_PORTAL.contains(code)) {
            problem = MailProblem.SIGN_IN_REFUSED;
        } else if (code < 500 || code == FULL) {
            problem = MailProblem.PUT_OFF;
        }
        return new MailRefusal(problem, said(refused));
    }

    private static String said(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip();
    }

    private static void collect(Throwable failure, List<Throwable> causes) {
        if (failure == null || causes.contains(failure)) {
            return;
        }
        causes.add(failure);
        if (failure instanceof MailSendException send) {
            Arrays.stream(send.getMessageExceptions()).forEach(it -> collect(it, causes));
        }
        if (failure instanceof MessagingException chained) {
            collect(chained.getNextException(), causes);
        }
        collect(failure.getCause(), causes);
    }
}
