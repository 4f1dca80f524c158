//! `preview`: the data in the page. Its look and behavior are tested in a browser.

use std::fs;

use super::{CHINESE, Project};

fn data(page: &str) -> serde_json::Value {
    let start = page.find(r#"id="data">"#).unwrap() + r#"id="data">"#.len();
    let end = start + page[start..].find("</script>").unwrap();
    serde_json::from_str(&page[start..end]).unwrap()
}

#[test]
fn the_page_has_every_text_and_finding() {
    let hostile = CHINESE
        .replace("= 成功", "= </script><script>alert(1)</script>")
        .replace("error-is-friend = 已经是好友了", "error-is-friend 已经是好友了");
    let project = Project::new(&[("zh-CN/errors.ftl", &hostile)]);
    let output = project.path("../preview.html");
    let (text, status) = project.run(&["preview", "-o", "preview.html"]);
    assert_eq!((text.as_str(), status), ("wrote preview.html\n", 0));
    let page = fs::read_to_string(output).unwrap();
    assert!(!page.contains("<script>alert"), "a text is never markup");
    assert!(!page.contains("/*CSS*/") && !page.contains("/*JS*/") && !page.contains("/*DATA*/"));
    assert!(!page.contains("https://") && !page.contains("http://"), "the page needs no network");

    let data = data(&page);
    let tags: Vec<_> =
        data["locales"].as_array().unwrap().iter().map(|locale| locale["tag"].clone()).collect();
    assert_eq!(tags, ["en-US", "zh-CN"]);
    let messages = data["messages"].as_array().unwrap();
    assert_eq!(messages.len(), 48);
    let success = &messages[0];
    assert_eq!(success["code"], 0);
    assert_eq!(success["texts"]["zh-CN"]["text"], "</script><script>alert(1)</script>");
    assert_eq!(success["texts"]["zh-CN"]["findings"][0]["rule"], "markup");
    assert_eq!(success["texts"]["en-US"]["width"], 24);
    assert_eq!(success["texts"]["en-US"]["max"], 120);
    assert!(success["comment"].as_str().unwrap().starts_with("0: The call worked."));
    let is_friend = messages.iter().find(|message| message["name"] == "IsFriend").unwrap();
    assert_eq!(is_friend["texts"]["zh-CN"]["text"], serde_json::Value::Null);
    assert_eq!(is_friend["texts"]["zh-CN"]["findings"][0]["rule"], "syntax");
    let unknown = &messages[47];
    assert_eq!(unknown["id"], "error-unknown");
    assert_eq!(unknown["texts"]["zh-CN"]["text"], "未知错误（错误码：99999）");
}

#[test]
fn an_unwritable_output_is_an_error() {
    let project = Project::new(&[]);
    let (text, status) = project.run(&["preview", "-o", "no/such/folder/x.html"]);
    let expected = "error: cannot write `no/such/folder/x.html`: No such file or directory";
    assert!(text.starts_with(expected), "{text}");
    assert_eq!(status, 2);
}

#[test]
fn one_locale_is_shown_next_to_the_english() {
    let project = Project::new(&[("fr/errors.ftl", "error-success = Réussi\n")]);
    let tags = |args: &[&str]| -> Vec<String> {
        let (text, status) = project.run(&[&["preview", "-o", "preview.html"], args].concat());
        assert_eq!((text.as_str(), status), ("wrote preview.html\n", 0));
        let data = data(&project.read("../preview.html"));
        let locales = data["locales"].as_array().unwrap();
        locales.iter().map(|locale| locale["tag"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(tags(&["--locale", "fr"]), ["en-US", "fr"]);
    std::fs::remove_dir_all(project.path("en-US")).unwrap();
    assert_eq!(tags(&["--locale", "fr"]), ["en-US", "fr"]);
    assert_eq!(project.run(&["preview", "-o", "x.html", "--locale", "de"]).1, 2);
}
