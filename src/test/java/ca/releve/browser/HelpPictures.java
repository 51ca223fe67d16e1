package ca.releve.browser;

import ca.releve.ReleveApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes the pictures of the page « Aide » again, from the demonstration data: {@code ./mvnw test -Dtest=HelpPictures}. No lane runs
 * it, since the demonstration shows the days around today.
 */
class HelpPictures {

    private static final Path PICTURES = Path.of("src/main/resources/static/img/aide");
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 860;

    /** Most colours of a picture: a byte for each pixel. */
    private static final int COLOURS = 256;

    @TempDir
    Path folder;

    private Page page;
    private String language;

    @Test
    void theStepsOfTheGuideInBothLanguages() throws IOException {
        ConfigurableApplicationContext portal = SpringApplication.run(
                ReleveApplication.class,
                "--spring.profiles.active=local",
                "--releve.local.folder=" + folder,
                "--server.port=0",
                "--management.server.port=0",
                "--spring.mail.port=" + freePort());
        try {
            String origin = "http://localhost:" + portal.getEnvironment().getProperty("local.server.port");
            String password = portal.getEnvironment().getProperty("releve.local.password");
            for (String each : List.of("fr", "en")) {
                language = each;
                walk(origin, password);
            }
        } finally {
            portal.close();
        }
    }

    private void walk(String origin, String password) throws IOException {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(origin)
                .setViewportSize(WIDTH, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
        try (BrowserContext browser = Browsers.chromium().newContext(options)) {
            page = browser.newPage();
            page.navigate("/compte/creation?langue=" + language);
            picture("compte");
            page.navigate("/connexion");
            page.locator("#email").fill("marie@petits-erables.example");
            page.locator("#password").fill(password);
            page.locator("main form button[type=submit]").first().click();
            Locator later = page.locator("aside.offer button");
            if (later.isVisible()) {
                later.click();
            }
            page.navigate("/remplacements");
            picture("liste");
            page.navigate("/remplacements/nouveau");
            picture("demande");
            schedule();
            page.navigate("/approbation");
            picture("approbation");
            page.locator("a[href$='/modification']").first().click();
            picture("ajustement");
        }
    }

    /** Of the first draft of the demonstration. */
    private void schedule() throws IOException {
        page.navigate("/remplacements?statut=DRAFT");
        page.locator("main tbody a").first().click();
        page.locator("a[href$='/horaire']").first().click();
        Locator define = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Définir l’horaire"));
        if (define.count() > 0) {
            define.first().click();
        }
        picture("horaire");
    }

    private void picture(String name) throws IOException {
        page.evaluate("window.scrollTo(0, 0); document.activeElement?.blur()");
        byte[] seen = page.screenshot();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(seen));
        ImageIO.write(
                fewColours(image),
                "png",
                PICTURES.resolve(name + "-" + language + ".png").toFile());
    }

    /** The most frequent colours; each other one becomes the nearest of them. */
    private static BufferedImage fewColours(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        IndexColorModel colours =
                new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = nearest.computeIfAbsent(image.getRGB(x, y), rgb -> nearest(rgb, palette));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        return small;
    }

    private static int nearest(int rgb, int[] palette) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(rgb, palette[i]) < distance(rgb, palette[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
