//! The files of each locale.

use std::collections::HashMap;

use super::folder::copies;
use super::record;
use super::resource::Resource;
use crate::finding::{Finding, Rule};
use crate::overlay::limits::Refusal;
use crate::overlay::{File, sources};

/// The files of a locale.
pub(crate) struct Folder<'f> {
    /// Its name.
    pub(crate) tag: &'f str,
    pub(crate) resources: Vec<Resource<'f>>,
}

/// Returns the files of a locale from the first of these lists that has it.
pub(crate) fn find<'l, 'f>(tag: &str, lists: &[&'l Vec<Folder<'f>>]) -> &'l [Resource<'f>] {
    for folder in lists.iter().copied().flatten() {
        if folder.tag == tag {
            return &folder.resources;
        }
    }
    &[]
}

/// Parses files, by locale. Files that cannot be read are reported, and so are copies.
pub(crate) fn parse<'f>(files: &'f [File], findings: &mut Vec<Finding>) -> Vec<Folder<'f>> {
    let mut folders: Vec<Folder<'f>> = Vec::new();
    let mut indices: HashMap<&str, usize> = HashMap::new();
    for file in record::message_files(files) {
        match Resource::parse(file) {
            Err(refusal) => findings.push(refused(file, &refusal)),
            Ok(resource) => {
                let tag = file.locale();
                let index = *indices.entry(tag).or_insert(folders.len());
                match folders.get_mut(index) {
                    Some(folder) => folder.resources.push(resource),
                    None => folders.push(Folder { tag, resources: vec![resource] }),
                }
            }
        }
    }
    for folder in &mut folders {
        findings.extend(copies(&mut folder.resources));
    }
    folders
}

/// Creates the finding about a file that is not used.
fn refused(file: &File, refusal: &Refusal) -> Finding {
    let mut finding = file.refused(refusal);
    finding.message.push_str(match refusal.rule {
        Rule::TooLarge => "; split it",
        Rule::TooDeep => "; reduce the nesting",
        _ => "",
    });
    finding
}

/// Returns the embedded files.
pub(crate) fn embedded() -> Vec<File> {
    sources().map(|(tag, text)| File::new(tag, format!("locales/{tag}/errors.ftl"), text)).collect()
}
