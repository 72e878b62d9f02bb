package io.weir.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A timeline as a page: the template, its style and its scripts, which are resources, and the JSON, all in one file. The page
 * forbids itself to load anything, and to run any script but its own: whatever stands in an item stays text.
 */
final class Page {
    private static final List<String> SCRIPTS = List.of(
            "words.js",
            "run.js",
            "view.js",
            "marks.js",
            "chain.js",
            "axis.js",
            "tables.js",
            "board.js",
            "player.js",
            "pointer.js",
            "main.js");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Page() {}

    static String of(Timeline timeline) {
        String style = resource("page.css");
        String script = SCRIPTS.stream().map(Page::resource).collect(Collectors.joining("\n", "(() => {\n", "})();\n"));
        return filled(
                resource("page.html"),
                Map.of(
                        "policy", policy(style, script),
                        "title", escaped(timeline.title()),
                        "style", style,
                        "script", script,
                        "run", embedded(timeline.toJson())));
    }

    /** Nothing from anywhere; of scripts and styles those that have these hashes. */
    private static String policy(String style, String script) {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '" + hash(style) + "'; script-src '"
                + hash(script) + "'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** What is put in is not looked at again, so that it may contain anything. */
    private static String filled(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        int end = 0;
        for (var place = PLACE.matcher(template); place.find(); end = place.end()) {
            page.append(template, end, place.start()).append(parts.get(place.group(1)));
        }
        return page.append(template, end, template.length()).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** In JSON a {@code <} stands in texts only; without it no text can end the element, or begin a comment in it. */
    private static String embedded(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the resource page/" + name + " is missing beside " + Page.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
