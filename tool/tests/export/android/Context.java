package android.content;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What `ImErrors` needs of Android's class, with the strings of one locale. */
public class Context {
    private final Map<Integer, String> strings = new HashMap<>();

    public Context(Path file) throws java.io.IOException {
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ", 2);
            byte[] text = Base64.getDecoder().decode(words[1]);
            strings.put(Integer.parseInt(words[0]), new String(text, StandardCharsets.UTF_8));
        }
    }

    public final String getString(int id) {
        String text = strings.get(id);
        if (text == null) throw new IllegalArgumentException("no string " + id);
        return text;
    }
}
