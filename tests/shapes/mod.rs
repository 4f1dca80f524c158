//! Crafted files: each shape, repeated until the text has a length.

use im_error_l10n::ErrorType;

/// A crafted file.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    /// What the file has, or what the translation has.
    pub(crate) text: String,
    /// The English file that the text translates, if it is crafted too.
    pub(crate) english: Option<String>,
    /// The record of the English, if it is crafted too.
    pub(crate) record: Option<String>,
}

impl Shape {
    fn new(name: &'static str, text: String) -> Shape {
        Shape { name, text, english: None, record: None }
    }

    /// The length of all files.
    pub(crate) fn len(&self) -> usize {
        let others = self.english.iter().chain(&self.record).map(String::len);
        self.text.len() + others.sum::<usize>()
    }
}

/// Repeats a part, which is made from its number, until the text has this length.
fn fill(len: usize, head: &str, part: impl Fn(usize) -> String, tail: &str) -> String {
    let mut text = head.to_owned();
    for number in 0.. {
        let part = part(number);
        if text.len() + part.len() + tail.len() > len {
            break;
        }
        text.push_str(&part);
    }
    text + tail
}

/// A file of messages whose codes belong to an application.
fn own_codes(len: usize, head: &str, text: impl Fn(usize) -> String) -> String {
    fill(len, head, |n| format!("error-{}={}\n", n + 100_000, text(n)), "")
}

/// Forty messages, each of which quotes the one before twice.
fn doubling(message: impl Fn(usize, usize) -> String) -> String {
    let mut text = "m0=x\n-m0=x\nm=x\n".to_owned();
    for number in 1..=40 {
        text += &message(number, number - 1);
    }
    text
}

/// Returns a plain file, and every shape, all of this length.
pub(crate) fn shapes(len: usize) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut add = |name, text| shapes.push(Shape::new(name, text));
    add("plain", own_codes(len, "", |_| "A text that says what happened.".into()));
    references(len, &mut add);
    quotes(len, &mut add);
    entries(len, &mut add);
    lines(len, &mut add);
    texts(len, &mut add);
    translations(len, &mut shapes);
    shapes
}

/// References to what is not defined, and what is defined more than once.
fn references(len: usize, add: &mut impl FnMut(&'static str, String)) {
    add(
        "unknown references in a text",
        fill(len, "error-success =", |n| format!("{{a{n:x}}}"), "\n"),
    );
    add("one unknown reference in a text", fill(len, "error-success =", |_| "{z}".into(), "\n"));
    add("one unknown reference in messages", own_codes(len, "", |_| "{a}".into()));
    add("unknown terms in messages", own_codes(len, "", |n| format!("{{-t{n:x}}}")));
    add(
        "unknown references beside a duplicate",
        own_codes(len, "a=x\na=y\n", |n| format!("{{b{n:x}}}")),
    );
    add("unknown terms with the name of duplicates", {
        // Each message finds an unknown reference before those found so far.
        let count = len / 64;
        let head = fill(len / 4, "", |n| format!("c{n}={{b{}}}\n", count.saturating_sub(n)), "");
        let head = fill(len / 2, &head, |n| format!("b{n}={{-a}}\n"), "");
        fill(len, &head, |_| "a=x\n".into(), "")
    });
    add("unknown terms in one that is quoted", {
        let head = fill(len / 2, "-t=x\n .a=x", |n| format!("{{-z{n:x}}}"), "\n");
        own_codes(len, &head, |_| "{-t.a}".into())
    });
    add("similar references", own_codes(len, "message-0=x\n", |n| format!("{{messag-{n}}}")));
    add("unknown attributes", own_codes(len, "a=x\n", |n| format!("{{a.b{n:x}}}")));
    add("one fault of many", own_codes(len, "-t={$x}\n", |_| "{-t}".into()));
    add("duplicates", fill(len, "", |_| "error-success=x\n".into(), ""));
    add("short duplicates", fill(len, "", |_| "a=b\n".into(), ""));
    add("duplicate terms", fill(len, "", |_| "-t=x\n".into(), ""));
    add("duplicate attributes", fill(len, "error-success=x\n", |_| " .suggestion=b\n".into(), ""));
    add(
        "duplicate variants",
        fill(len, "error-success={$n->\n*[z]x\n", |_| "[a]b\n".into(), "}\n"),
    );
    add("functions", fill(len, "error-success =", |n| format!("{{A{n:X}()}}"), "\n"));
    add("arguments", own_codes(len, "-t=x\n", |n| format!("{{-t(a{n:x}:1,b:2)}}")));
    add("positional arguments", own_codes(len, "-t=x\n", |n| format!("{{-t({n},{n})}}")));
    add("variables", fill(len, "error-success =", |n| format!("{{$cod{n:x}}}"), "\n"));
    add("variables of messages", own_codes(len, "", |n| format!("{{$cod{n:x}}}")));
}

/// Messages and terms that quote each other.
fn quotes(len: usize, add: &mut impl FnMut(&'static str, String)) {
    let half = |head: &str, part: &dyn Fn(usize) -> String| fill(len / 2, head, part, "\n");
    let quoted = |_| "{quoted}".to_owned();
    add("quoted lines", {
        own_codes(len, &fill(len.min(60_000), "quoted =", |_| "\n a".into(), "\n"), quoted)
    });
    add("quoted placeables", own_codes(len, &half("quoted = ", &|_| "{\"\"}".into()), quoted));
    add("a chain", fill(len, "m0=x\n", |n| format!("m{}={{m{n}}}\n", n + 1), ""));
    add("a cycle", fill(len, "", |n| format!("a{n}={{a{}}}\n", n + 1), "a0=x\n"));
    add("short cycles", fill(len, "", |n| format!("a{n}={{b{n}}}\nb{n}={{a{n}}}\n"), ""));
    add("cycles through one", fill(len, "a={a}\n", |n| format!("b{n}={{a}}\n"), ""));
    add("equal chains", {
        let chain = |n| format!("a{n}={{b{n}}}\nb{n}={{m}}\nerror-{}={{a{n}}}\n", n + 100_000);
        fill(len, "m=x\n", chain, "")
    });
    let last = |_| "{m40}".to_owned();
    add("doubling", own_codes(len, &doubling(|n, b| format!("m{n}={{m{b}}}{{m{b}}}\n")), last));
    add("doubling that is not chosen", {
        let unused = |n, b| format!("m{n}={{ \"x\" ->\n [y] {{m{b}}}{{m{b}}}\n*[x] x\n }}\n");
        own_codes(len, &doubling(unused), last)
    });
    add("doubling that may be chosen", {
        let used = |n, b| format!("m{n}={{ $x ->\n [y] {{m{b}}}{{m{b}}}\n*[x] x\n }}\n");
        own_codes(len, &doubling(used), last)
    });
    add("doubling in arguments", {
        let arguments = doubling(|n, b| format!("-m{n} = {{ -m{b}(m, {{ -m{b} }}) }}\n"));
        own_codes(len, &arguments, |_| "{-m40}".into())
    });
    add("terms in terms", fill(len, "-t0=x\n", |n| format!("-t{}={{-t{n}(x:1)}}\n", n + 1), ""));
    add("variants of one term", {
        let head = half("-t={$n->\n*[z]x\n", &|n| format!("[a{n:x}]b\n")) + "}\n";
        own_codes(len, &head, |_| "{-t(n:\"a\")}".into())
    });
    add("an attribute among many", {
        let head = half("m=x\n", &|n| format!(" .a{n:x}=b\n"));
        let last = head.matches('.').count() - 1;
        own_codes(len, &head, |_| format!("{{m.a{last:x}}}"))
    });
}

/// Many messages, terms, attributes and variants.
fn entries(len: usize, add: &mut impl FnMut(&'static str, String)) {
    add("codes", own_codes(len, "", |_| "x".into()));
    add("unknown ids", fill(len, "", |n| format!("error-m{n}=x\n"), ""));
    add("similar ids", fill(len, "", |n| format!("error-not-friend{n}=x\n"), ""));
    add(
        "ids in another style",
        fill(len, "", |n| format!("Error_{}Success=x\n", "_".repeat(n % 9)), ""),
    );
    add("terms", fill(len, "", |n| format!("-term{n} = Product {n}\n"), ""));
    add("terms and texts", {
        fill(len, "", |n| format!("-term{n} = Product {n}\nerror-x{n} = product{n}\n"), "")
    });
    add("products in a text", {
        let head = fill(len / 8, "", |n| format!("-term{n} = Product{n}\n"), "");
        fill(len, &head, |n| format!("a{n} = {}\n", "Product ".repeat(200)), "")
    });
    add("products in variants", {
        let head = fill(
            len / 8,
            "",
            |n| format!("-term{n} = Product{n}\n"),
            "error-success={$n->\n*[z]x\n",
        );
        fill(len, &head, |n| format!("[a{n:x}]Product{n}\n"), "}\n")
    });
    add("attributes", fill(len, "error-success=x\n", |n| format!(" .a{n:x}=b\n"), ""));
    add(
        "similar attributes",
        fill(len, "error-success=x\n", |n| format!(" .suggestio{n:x}=b\n"), ""),
    );
    add("variants", fill(len, "error-success={$n->\n*[z]x\n", |n| format!("[a{n:x}]b\n"), "}\n"));
    add("similar variants", {
        fill(len, "error-success={$n->\n*[other]x\n", |n| format!("[oter{}]b\n", n % 10), "}\n")
    });
    add("selections", fill(len, "error-success=", |_| "{$n->\n*[a]b\n}".into(), "\n"));
    add("messages without texts", fill(len, "", |n| format!("m{n}=\n .a=b\n"), ""));
    add("empty texts", fill(len, "", |n| format!("m{n}={{\"\"}}\n"), ""));
}

/// Lines that are not read as messages.
fn lines(len: usize, add: &mut impl FnMut(&'static str, String)) {
    let ids: Vec<&str> = ErrorType::ALL.iter().map(|error| error.message_id()).collect();
    let id = |number: usize| ids[number % ids.len()];
    add("comments", fill(len, "", |_| "# A comment\n".into(), ""));
    add(
        "comments of many kinds",
        fill(len, "", |n| format!("{} A comment\n", "#".repeat(1 + n % 3)), ""),
    );
    add("a long comment", fill(len, "# ", |_| "a comment ".into(), "\n"));
    add(
        "long comments of messages",
        fill(len, "", |n| format!("# $x{n:x}\nm{n}={{$x{n:x}}}\n"), ""),
    );
    add(
        "allowances",
        fill(len, "", |_| "# lint: allow brand, max: 3\n".into(), "error-success = x\n"),
    );
    add(
        "allowances on a line",
        fill(len, "# lint: allow ", |_| "brnd,".into(), "\nerror-success = x\n"),
    );
    add("unread comments", fill(len, "", |_| "# lint allow order\n\n".into(), ""));
    add("widths", fill(len, "", |_| "# max: 9\n".into(), "error-success = x\n"));
    add("stubs", fill(len, "", |n| format!("# {} = A text\n\n", id(n)), ""));
    add("stubs in a comment", fill(len, "", |n| format!("# {} = A text\n", id(n)), ""));
    add("a long stub", fill(len, "# error-success = x\n", |_| "#  x\n".into(), ""));
    add("blank lines", fill(len, "error-success=x\n", |_| "\n".into(), "error-error=x\n"));
    add("blank lines in a text", fill(len, "error-success=x\n", |_| "\n".into(), " x\n"));
    add("lines of spaces", fill(len, "error-success=x\n", |_| "   \n".into(), "error-error=x\n"));
    add("spaces", fill(len, "error-success=x", |_| " ".into(), "\n"));
    add("carriage returns", fill(len, "", |n| format!("m{n}=x\r\n"), ""));
    add("lone carriage returns", fill(len, "", |n| format!("m{n}=x\r"), ""));
    add("junk", fill(len, "", |_| "?\n".into(), ""));
    add("junk after messages", fill(len, "", |n| format!("m{n}=x\n?\n"), ""));
    add("ids without texts", fill(len, "", |n| format!("error-success{n}\n"), ""));
    add("open braces", fill(len, "", |n| format!("a{n}={{\n"), ""));
    add("open strings", fill(len, "", |n| format!("a{n}={{\"\n"), ""));
    add("closing braces", fill(len, "", |n| format!("error-m{n}=}}\n"), ""));
    add("closing braces in a text", fill(len, "error-success=x", |_| "}".into(), "\n"));
    add("broken attributes", fill(len, "error-success=x\n", |_| "    .suggestion x\n".into(), ""));
    add("broken variants", fill(len, "error-success={$n->\n", |n| format!("[a{n}]x\n"), "}\n"));
    add("indented messages", fill(len, "error-success=x\n", |n| format!(" error-m{n} = x\n"), ""));
    add("wide signs", fill(len, "", |n| format!("error-x{n} ＝ x\n"), ""));
    add("wide braces", fill(len, "error-success=", |_| "｛$code｝".into(), "\n"));
    add("wide braces that open", fill(len, "error-success=", |_| "｛".into(), "\n"));
    add(
        "wide braces that close",
        fill(len, "error-success={$n->\n*[a]", |_| "｝a".into(), "     \n}\n"),
    );
    add("wide quotes", fill(len, "error-success=", |_| "{“a”}".into(), "\n"));
    add("wide parentheses", fill(len, "error-success={ A", |_| "（）".into(), "}\n"));
    add("conflicts", fill(len, "", |_| "<<<<<<< a\nx = y\n=======\n>>>>>>> b\n".into(), ""));
    add("nulls", fill(len, "", |n| format!("m{n}=x\0x\0\n"), ""));
}

/// Texts that break rules of style.
fn texts(len: usize, add: &mut impl FnMut(&'static str, String)) {
    add("one line", fill(len, "error-success=", |n| format!("{{-t{n:x}}}好"), "\n"));
    add("a long text", fill(len, "error-success=", |_| "a text ".into(), "\n"));
    add("a text of many lines", fill(len, "error-success=", |_| "\n a".into(), "\n"));
    add("texts of many lines", fill(len, "", |n| format!("m{n}=\n a\n b\n c\n"), ""));
    add("wrong characters", fill(len, "error-success=", |_| "\u{200b}{\"\"}".into(), "\n"));
    add("lost characters", fill(len, "error-success=", |_| "\u{fffd}".into(), "\n"));
    add("lost characters on lines", fill(len, "error-success=", |_| "\n \u{fffd}".into(), "\n"));
    for (name, part) in [
        ("dollars", "$"),
        ("dollars before digits", "1$a"),
        ("wide dollars", "￥a"),
        ("percent signs", "%"),
        ("percent signs and digits", "%1"),
        ("backslashes", "\\"),
        ("ampersands", "&"),
        ("angle brackets", "<"),
        ("links", "]("),
        ("square brackets", "a["),
        ("asterisks", "**"),
        ("asterisks apart", "**a"),
        ("backquotes", "a`"),
        ("straight quotes", "a'"),
        ("dots", "..."),
        ("attributes on a line", ".suggestion "),
        ("comments on a line", "a # "),
        ("entities", "&a;"),
        ("escapes", "\\n"),
        ("numbers", "{0}"),
        ("strings", "{\"\\u0041\"}"),
        ("blemished strings", "{\"a $x\"}"),
        ("lines and blemishes", "$x{\"\"}\n\n "),
        ("addresses", "/a?"),
        ("nested placeables", "{{{\"a\"}}}"),
    ] {
        add(name, fill(len, "error-success=a", |_| part.into(), "\n"));
    }
}

/// Translations of crafted English.
fn translations(len: usize, shapes: &mut Vec<Shape>) {
    let mut add = |name, english: String, text: String| {
        shapes.push(Shape { english: Some(english), ..Shape::new(name, text) });
    };
    let of = |head: &str, part: &dyn Fn(usize) -> String| fill(len / 2, head, part, "\n");
    let comment = "# x\nerror-success=";
    add(
        "variables of English",
        of(comment, &|n| format!("{{$a{n:x}}}")),
        of("error-success=", &|n| format!("{{$zzzz{n:x}}}")),
    );
    add(
        "attributes of English",
        of("# x\nerror-success=x\n", &|n| format!(" .a{n:x}=x\n")),
        of("error-success=x\n", &|n| format!(" .zzzz{n:x}=x\n")),
    );
    add(
        "missing attributes",
        of("# x\nerror-success=x\n", &|n| format!(" .a{n:x}=x\n")),
        of("error-success=", &|_| "a text ".into()),
    );
    add(
        "missing variables",
        of(comment, &|n| format!("{{$a{n:x}}}")),
        of("error-success=", &|_| "text {$code} ".into()),
    );
    add(
        "duplicates of long comments",
        of("", &|_| "# a comment\n".into()) + "error-success=x\n",
        of("", &|_| "error-success=x\n".into()),
    );
    add(
        "stubs of long English",
        of(comment, &|_| "a text ".into()),
        of("", &|_| "# error-success = a text\n\n".into()),
    );
    add(
        "duplicates of long English",
        of(comment, &|n| format!("{{$a{n:x}}}")),
        of("", &|_| "error-success=x\n".into()),
    );
    add(
        "duplicates with attributes",
        of("# x\nerror-success=x\n", &|n| format!(" .a{n:x}=x\n")),
        of("", &|_| "error-success=x\n".into()),
    );
    for (name, line) in [
        ("records", "error-success = x\n"),
        ("records of wrong ids", "error-sucess = x\n"),
        ("records of no ids", "x\n"),
    ] {
        let record = Some(of("", &|_| line.into()));
        shapes.push(Shape {
            record,
            ..Shape::new(name, of("", &|_| "# error-success = x\n\n".into()))
        });
    }
}
