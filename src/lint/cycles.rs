//! Which messages and terms of a locale refer to each other in a circle.

use std::collections::HashMap;

use super::pieces::{Piece, pieces};
use super::sheet::{Locale, Unit};

/// Whether it is a term, and its name.
type Key<'t> = (bool, &'t str);

/// The circles: what is in one has the number of it.
pub(super) struct Cycles<'t> {
    nodes: HashMap<Key<'t>, usize>,
    circle: Vec<usize>,
}

impl<'t> Cycles<'t> {
    /// Goes through a locale, and through the texts `below` that it does not replace.
    pub(super) fn of(locale: &Locale<'t>, below: Option<&Locale<'t>>) -> Cycles<'t> {
        let own = locale.units().map(|(_, unit)| unit);
        let below = below.into_iter().flat_map(Locale::units).map(|(_, unit)| unit);
        let is_replaced = |unit: &&Unit<'t>| match unit.is_term {
            true => locale.term(unit.name).is_some(),
            false => locale.message(unit.name).is_some(),
        };
        let units: Vec<_> = own.chain(below.filter(|unit| !is_replaced(unit))).collect();
        let mut nodes = HashMap::new();
        for unit in &units {
            let next = nodes.len();
            nodes.entry((unit.is_term, unit.name)).or_insert(next);
        }
        let mut to = vec![Vec::new(); nodes.len()];
        let mut from = to.clone();
        for unit in units {
            let Some(&here) = nodes.get(&(unit.is_term, unit.name)) else { continue };
            for piece in unit.patterns().flat_map(|(_, pattern)| pieces(pattern)) {
                let key = match piece {
                    Piece::Message(name, _) => (false, name),
                    Piece::Term(name, _) => (true, name),
                    _ => continue,
                };
                let Some(&there) = nodes.get(&key) else { continue };
                to.get_mut(here).into_iter().for_each(|it: &mut Vec<usize>| it.push(there));
                from.get_mut(there).into_iter().for_each(|it| it.push(here));
            }
        }
        Cycles { nodes, circle: circles(&to, &from) }
    }

    /// Whether references lead from one to the other and back, or whether it is the same one.
    pub(super) fn has(&self, one: &Unit<'t>, other: &Unit<'t>) -> bool {
        let circle = |unit: &Unit<'t>| {
            let node = *self.nodes.get(&(unit.is_term, unit.name))?;
            self.circle.get(node)
        };
        circle(one) == circle(other)
    }
}

/// The strongly connected components of a graph, by Kosaraju: without recursion, and in linear
/// time however long a chain of references is.
fn circles(to: &[Vec<usize>], from: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; to.len()];
    let mut done = Vec::new();
    (0..to.len()).for_each(|node| visit(node, to, &mut seen, &mut done));
    let mut seen = vec![false; from.len()];
    let mut circle = vec![0; from.len()];
    for node in done.into_iter().rev() {
        let mut members = Vec::new();
        visit(node, from, &mut seen, &mut members);
        for member in members {
            circle.get_mut(member).into_iter().for_each(|it| *it = node);
        }
    }
    circle
}

/// Visits what was not seen yet and can be reached, and puts a node behind all it leads to.
fn visit(start: usize, to: &[Vec<usize>], seen: &mut [bool], done: &mut Vec<usize>) {
    let mut enter = |node: usize| match seen.get_mut(node) {
        Some(seen) if !*seen => {
            *seen = true;
            true
        }
        _ => false,
    };
    let mut open = Vec::new();
    if enter(start) {
        open.push((start, 0));
    }
    while let Some((node, next)) = open.pop() {
        match to.get(node).and_then(|nodes| nodes.get(next)) {
            Some(&there) => {
                open.push((node, next + 1));
                if enter(there) {
                    open.push((there, 0));
                }
            }
            None => done.push(node),
        }
    }
}
