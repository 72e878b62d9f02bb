package io.weir.timeline;

import java.util.ArrayList;
import java.util.List;

/** What is kept of items, errors and names: never the thing itself, unless it is small and holds nothing. */
final class Texts {
    static final int ITEM_LENGTH = 60;
    static final int ERROR_LENGTH = 200;
    static final int NAME_LENGTH = 200;

    private Texts() {}

    /** A number, character, boolean or enum as it is; of anything else the beginning of its text. */
    static Object ofItem(Object item) {
        return item instanceof Integer
                        || item instanceof Long
                        || item instanceof Double
                        || item instanceof Boolean
                        || item instanceof Character
                        || item instanceof Enum
                        || item instanceof Float
                        || item instanceof Short
                        || item instanceof Byte
                ? item
                : of(item, ITEM_LENGTH);
    }

    /** The text of anything; the name of its class if its {@code toString} throws or returns null. */
    static String of(Object thing, int most) {
        String text;
        try {
            text = thing.toString();
        } catch (Throwable t) { // whatever it is, the event counts, not its text
            text = null;
        }
        return cut(text == null ? thing.getClass().getName() : text, most);
    }

    /** The beginning of a text, with a sign that it goes on. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        if (most < 2) {
            return most < 1 ? "" : "…";
        }
        return text.substring(0, unparted(text, most - 1)) + "…";
    }

    /** Where a text can be cut, so that it parts no pair of surrogates. */
    private static int unparted(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** A name that is used for the first, second or third time. */
    static String numbered(String name, int use) {
        return use == 1 ? name : (name + " (" + use + ")").strip();
    }

    /** A text in lines of at most so many characters, parted between words where that is possible. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > columns) {
            int space = rest.lastIndexOf(' ', columns);
            int end = space > 0 ? space : unparted(rest, columns);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
