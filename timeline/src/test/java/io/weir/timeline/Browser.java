package io.weir.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser, without a window, that looks at pages in files. */
final class Browser implements AutoCloseable {
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");
    private static final Duration PATIENCE = Duration.ofMinutes(2); // for a busy machine

    private final Path folder;
    private final ChromeDriver driver;

    private Browser(Path folder, ChromeDriver driver) {
        this.folder = folder;
        this.driver = driver;
    }

    /** Starts the browser; without one the test is skipped, unless the variable WEIR_BROWSER says that it is required. */
    static Browser start(Path folder) {
        Optional<Path> chromium = onThePath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> service = onThePath("chromedriver");
        boolean found = chromium.isPresent() && service.isPresent();
        if ("required".equals(System.getenv("WEIR_BROWSER"))) {
            assertThat(found).as("chromium and chromedriver are on the PATH").isTrue();
        }
        assumeTrue(found, "the page is not looked at: there is no chromium with a chromedriver on the PATH");
        DEVTOOLS.setLevel(Level.OFF); // it warns of versions of a protocol that is not used
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,1000");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService driverService = new ChromeDriverService.Builder()
                .usingDriverExecutable(service.orElseThrow().toFile())
                .build();
        Browser browser = new Browser(folder, new ChromeDriver(driverService, options));
        browser.driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
        return browser;
    }

    private static Optional<Path> onThePath(String... names) {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(":", -1);
        return Stream.of(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens the page of a timeline as a file, as somebody would who was sent it, at the usual size and in light colours. */
    Browser open(Timeline timeline) {
        screen(1400, 1000, false);
        media("", Map.of("prefers-color-scheme", "light"));
        Path file = folder.resolve("page.html");
        try {
            timeline.writeHtml(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.get(file.toUri().toString());
        assertThat(attribute("html", "data-ready")).isEqualTo("true");
        return this;
    }

    Browser screen(int width, int height, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
        return settled();
    }

    Browser media(String media, Map<String, String> features) {
        List<Map<String, String>> pairs = features.entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", media, "features", pairs));
        return settled();
    }

    /** Prints the page to PDF, at the size that it asks for. */
    void print() {
        driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true));
    }

    Browser press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return settled();
    }

    Browser pressWithShift(Keys key) {
        new Actions(driver).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
        return settled();
    }

    Browser click(String css) {
        find(css).click();
        return settled();
    }

    /** Moves the mouse to a place in the window of the browser. */
    Browser pointAt(Spot spot) {
        new Actions(driver).moveToLocation(spot.x(), spot.y()).perform();
        return settled();
    }

    Browser drag(Spot from, int right) {
        new Actions(driver)
                .moveToLocation(from.x(), from.y())
                .clickAndHold()
                .moveByOffset(right / 2, 0)
                .moveByOffset(right - right / 2, 0)
                .release()
                .perform();
        return settled();
    }

    /** A place in the window, in pixels. */
    record Spot(int x, int y) {}

    /** Where the first mark begins, of those that such paths draw inside the window of the drawing. */
    Spot firstMark(String css) {
        List<?> place = (List<?>) script("""
                for (const path of document.querySelectorAll(arguments[0])) {
                  const width = path.ownerSVGElement.clientWidth;
                  const marks = [...path.getAttribute('d').matchAll(/M(\\S+) ([-.\\d]+)/g)].map(([, x, y]) => [+x, +y]);
                  const mark = marks.find(([x]) => x > 0 && x < width);
                  if (mark) {
                    path.scrollIntoView({block: 'center'});
                    const box = path.ownerSVGElement.getBoundingClientRect();
                    return [Math.round(box.left + mark[0]), Math.round(box.top + mark[1])];
                  }
                }
                """, css);
        settled();
        return new Spot(((Number) place.get(0)).intValue(), ((Number) place.get(1)).intValue());
    }

    /** Waits for two frames, so that what was asked for is drawn. */
    Browser settled() {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
        return this;
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    long number(String expression) {
        return ((Number) script("return " + expression)).longValue();
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(element -> String.valueOf(element.getDomProperty("textContent")))
                .toList();
    }

    String text(String css) {
        return texts(css).get(0);
    }

    String attribute(String css, String name) {
        return String.valueOf(find(css).getDomAttribute(name));
    }

    boolean shows(String css) {
        return find(css).isDisplayed();
    }

    /** What the browser complained of since the last time it was asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
