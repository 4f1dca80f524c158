//! The specification's table of codes, to compare responses with.

pub struct Row {
    pub code: i32,
    pub name: &'static str,
    pub detail_zh: &'static str,
    pub detail_en: &'static str,
    pub suggestion_zh: &'static str,
    pub suggestion_en: &'static str,
}

pub fn rows() -> Vec<Row> {
    let table = include_str!("../../../../tests/spec/error-types.tsv");
    let mut rows = Vec::new();
    for line in table.lines().skip(1) {
        let columns: Vec<&'static str> = line.split('\t').collect();
        let [code, name, _, detail_zh, detail_en, suggestion_zh, suggestion_en, _] = columns[..]
        else {
            panic!("{line}");
        };
        let code = code.parse().unwrap();
        rows.push(Row { code, name, detail_zh, detail_en, suggestion_zh, suggestion_en });
    }
    assert_eq!(rows.len(), 47);
    rows
}
