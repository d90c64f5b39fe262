use crate::export::sheet::{Choices, FillRow};
use crate::ui::copy;
use std::rc::Rc;
use yew::prelude::*;

/// Tells the dialog what was decided.
pub(super) type Decide = Callback<Rc<dyn Fn(&mut Choices)>>;

/// A value that goes into an open blank, unless it is left out.
pub(super) fn fill_row(row: &FillRow, choices: &Choices, decide: &Decide) -> Html {
    let Some(candidate) = row.candidates.first() else { return html! {} };
    let taken = !choices.skipped.contains(&row.id);
    let id = row.id.clone();
    let onchange = decide.reform(move |_: Event| {
        let id = id.clone();
        Rc::new(move |choices: &mut Choices| {
            if !choices.skipped.remove(&id) {
                choices.skipped.insert(id.clone());
            }
        }) as Rc<dyn Fn(&mut Choices)>
    });
    html! {
        <li key={row.id.clone()}>
            <label class="check sheet-check"><input type="checkbox" checked={taken} {onchange} />
                <span class="sheet-name">{ row.name.clone() }</span>
                <strong class="sheet-value">{ copy::candidate(row, candidate) }</strong>
            </label>
            { sentence(row) }
            <p class="sheet-source">{ copy::sources(candidate) }if row.count > 1 { { " · " }{ copy::places(row.count) } }</p>
        </li>
    }
}

/// A place of which the sheets say different things, or another than the text: one is chosen.
pub(super) fn choice_row(row: &FillRow, choices: &Choices, decide: &Decide) -> Html {
    let chosen = choices.chosen.get(&row.id).copied();
    let option = |at: Option<usize>, value: String, said: String| {
        let id = row.id.clone();
        let onchange = decide.reform(move |_: Event| {
            let id = id.clone();
            Rc::new(move |choices: &mut Choices| {
                match at {
                    Some(at) => choices.chosen.insert(id.clone(), at),
                    None => choices.chosen.remove(&id),
                };
            }) as Rc<dyn Fn(&mut Choices)>
        });
        html! {
            <label class="check sheet-check"><input type="radio" name={row.id.clone()} checked={chosen == at} disabled={!row.writable && at.is_some()} {onchange} />
                <strong class="sheet-value">{ value }</strong><span class="sheet-source">{ said }</span>
            </label>
        }
    };
    let now =
        if row.current.is_empty() { String::new() } else { format!("{}{}", row.current, row.unit) };
    html! {
        <li key={row.id.clone()}>
            <p class="sheet-name">{ row.name.clone() }</p>
            { sentence(row) }
            <div role="radiogroup" aria-label={row.name.clone()}>
                { option(None, now, copy::KEEP_AS_IS.to_owned()) }
                { for row.candidates.iter().enumerate().map(|(at, candidate)| option(Some(at), copy::candidate(row, candidate), copy::sources(candidate))) }
            </div>
            if !row.writable { <p class="refusal">{ copy::NOT_WRITABLE }</p> }
        </li>
    }
}

fn sentence(row: &FillRow) -> Html {
    let [before, blank, after] = row.sentence.clone();
    html! { <p class="card-text">{ before }<span class="chip">{ blank }</span>{ after }</p> }
}

/// Rows of which nothing is to be decided: a name, a value, why, and where it stands.
pub(super) fn plain_rows(name: &str, rows: impl ExactSizeIterator<Item = [String; 4]>) -> Html {
    if rows.len() == 0 {
        return html! {};
    }
    html! {
        <section class="export-part" aria-label={name.to_owned()}>
            <h3>{ copy::part_of(name, rows.len()) }</h3>
            <ul class="sheet-rows">
                { for rows.take(copy::ALL_LISTED).map(|[name, value, why, source]| html! {
                    <li><p><span class="sheet-name">{ name }</span>if !value.is_empty() { <strong class="sheet-value">{ value }</strong> }</p><p class="sheet-why">{ why }</p><p class="sheet-source">{ source }</p></li>
                }) }
            </ul>
        </section>
    }
}
