//! What a text refers to.

use super::{CHINESE, ENGLISH, changed, findings, source};

#[test]
fn variables() {
    assert_eq!(
        changed("{ $code }", "{ $cdoe }"),
        [
            "zh-CN.ftl:144:1: warning: the source's text shows `{ $code }`, and this does not \
             [missing-variable]",
            "zh-CN.ftl:144:29: error: nobody passes `$cdoe`; did you mean `$code`? \
             [unknown-variable]",
        ]
    );
    assert_eq!(
        changed("= 成功", "= { $limit ->\n   *[other] 成功\n }"),
        [
            "zh-CN.ftl:11:20: error: nobody passes `$limit`: neither `$code` nor `$name` nor a variable \
          of the source's message [unknown-variable]"
        ]
    );
    assert_eq!(changed("= 成功", "= 成功 { $name } { $code }"), [""; 0]);
    // A variable of the source's own is known by its comment.
    let english = ENGLISH.replace(
        "error-touch-limit = The limit",
        "# $limit: how many are allowed.\nerror-touch-limit = The limit of { $limit }",
    );
    let chinese = CHINESE.replace("= 到达上限", "= 到达上限 { $limit }");
    assert_eq!(findings(&english, &chinese), [""; 0]);
    assert_eq!(
        findings(&english, CHINESE),
        ["zh-CN.ftl:30:1: warning: the source's text shows `{ $limit }`, and this does not \
          [missing-variable]"]
    );
    assert_eq!(
        source("The limit has", "The limit of { $cdoe } has"),
        [
            "en-US.ftl:42:37: error: nobody passes `$cdoe`; did you mean `$code`? [unknown-variable]",
            "en-US.ftl:42:37: warning: no comment over `error-touch-limit` says what `$cdoe` is \
             [undocumented]",
        ]
    );
}

#[test]
fn references() {
    assert_eq!(
        changed("需要 { -multimedia-plugin }", "需要 { -mulitmedia-plugin }"),
        ["zh-CN.ftl:127:41: error: nothing defines `-mulitmedia-plugin`; did you mean \
          `-multimedia-plugin`? [unknown-reference]"]
    );
    assert_eq!(
        changed("= 成功", "= { error-nothing-at-all }"),
        ["zh-CN.ftl:11:19: error: nothing defines `error-nothing-at-all` [unknown-reference]"]
    );
    assert_eq!(
        changed("= 成功", "= { error-is-friend.hint }"),
        ["zh-CN.ftl:11:19: error: `error-is-friend` has no attribute `.hint` [unknown-reference]"]
    );
    assert_eq!(changed("= 成功", "= 成功 { error-not-friend.suggestion }"), [""; 0]);
    assert_eq!(
        changed("= 成功", "= { error-is-friend }")
            .into_iter()
            .chain(changed("= 已经是好友了", "= { error-is-friend }"))
            .collect::<Vec<_>>(),
        ["zh-CN.ftl:73:21: error: `error-is-friend` refers to itself through `error-is-friend` \
          [unknown-reference]"]
    );
    let cycle = CHINESE
        .replace("= 成功", "= { error-is-friend }")
        .replace("= 已经是好友了", "= { error-flow-blocked }")
        .replace("= 流量封禁", "= { error-success }");
    let found = findings(ENGLISH, &cycle);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(
        found[0],
        "zh-CN.ftl:11:19: error: `error-success` refers to itself through `error-is-friend` \
         [unknown-reference]"
    );
    assert_eq!(
        changed("= 成功", "= { NUMBER($cdoe, style: \"<\") }"),
        [
            "zh-CN.ftl:11:19: error: `NUMBER` cannot be called: there are no functions here \
             [unknown-function]",
            "zh-CN.ftl:11:27: error: nobody passes `$cdoe`; did you mean `$code`? \
             [unknown-variable]",
            "zh-CN.ftl:11:41: error: `<` is markup, and a toast shows it raw; write plain text \
             [markup]",
        ]
    );
}
