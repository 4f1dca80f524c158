import android.content.Context;
import imerrors.l10n.ImErrors;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the text and the suggestion of each code as JSON: Answers FILE CODE... */
public class Answers {
    public static void main(String[] args) throws Exception {
        Context context = new Context(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (int index = 1; index < args.length; index++) {
            int code = Integer.parseInt(args[index]);
            out.print(index == 1 ? "{" : ",");
            out.print("\"" + code + "\":[" + json(ImErrors.text(context, code)) + ",");
            out.print(json(ImErrors.suggestion(context, code)) + "]");
        }
        out.println("}");
        out.flush();
    }

    private static String json(String text) {
        if (text == null) return "null";
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(c > ' ' && c <= '~' && c != '"' && c != '\\' ? "" + c : String.format("\\u%04x", (int) c));
        }
        return json.append('"').toString();
    }
}
