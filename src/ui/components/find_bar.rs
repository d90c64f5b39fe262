use crate::text::Span;
use crate::ui::copy;
use crate::ui::hooks::{Typed, use_text_field};
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::ui::work::Work;
use crate::view::surroundings;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// So many places are shown beforehand.
const PREVIEWED: usize = 50;

/// So many characters are shown on either side of one.
const REACH: usize = 16;

#[derive(PartialEq, Properties)]
pub(super) struct FindProps {
    /// The report.
    pub(super) desk: Shared,
}

/// Finding and replacing in the whole text, with what it will do shown beforehand.
#[component]
pub(super) fn FindBar(props: &FindProps) -> Html {
    let page = use_page();
    let (query_field, text_field) = (use_node_ref(), use_node_ref());
    let (query, text) = (use_state(String::new), use_state(String::new));
    {
        let (query, text) = (query.setter(), text.setter());
        use_text_field(&query_field, Callback::from(move |typed: Typed| query.set(typed.text)));
        use_text_field(&text_field, Callback::from(move |typed: Typed| text.set(typed.text)));
    }
    {
        let field = query_field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus();
            }
        });
    }
    let deps = (props.desk.clone(), (*query).clone());
    let places = use_memo(deps, |(desk, query)| desk.draft().find(query));
    let selection = page.state.selection.map(|selection| selection.span);
    let at = selection.and_then(|span| places.binary_search(&span).ok());
    let go = {
        let (page, places) = (page.clone(), places.clone());
        Callback::from(move |back: bool| {
            if let Some(span) = next(&places, selection, back) {
                page.dispatch(Action::ShowPlace(span));
            }
        })
    };
    let replace = {
        let page = page.clone();
        let (query, text) = ((*query).clone(), (*text).clone());
        Callback::from(move |places: Vec<Span>| {
            let work = Work::Replace(places, query.clone(), text.clone());
            page.dispatch(Action::Work(work));
        })
    };
    let onkeydown = {
        let (go, page) = (go.clone(), page.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            match event.key().as_str() {
                "Enter" => go.emit(event.shift_key()),
                "Escape" => page.dispatch(Action::Find(false)),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let show = {
        let dispatcher = page.state.dispatcher();
        Callback::from(move |span: Span| dispatcher.dispatch(Action::ShowPlace(span)))
    };
    let press = |back: bool| go.reform(move |_: MouseEvent| back);
    let one = at.map(|at| vec![places[at]]).unwrap_or_default();
    let all = free(&props.desk, &places);
    let none = places.is_empty();
    html! {
        <div class="finder" role="search" {onkeydown}>
            <div class="finder-row">
                <input ref={query_field} type="text" class="search" aria-label={copy::FIND_LABEL} placeholder={copy::FIND_LABEL} autocomplete="off" spellcheck="false" />
                <span class="finder-count" role="status">{ copy::found(&query, at, places.len()) }</span>
                <button type="button" class="button small" disabled={none} onclick={press(true)}>{ copy::FIND_BACK }</button>
                <button type="button" class="button small" disabled={none} onclick={press(false)}>{ copy::FIND_NEXT }</button>
            </div>
            <div class="finder-row">
                <input ref={text_field} type="text" class="search" aria-label={copy::REPLACE_LABEL} placeholder={copy::REPLACE_LABEL} autocomplete="off" spellcheck="false" />
                <button type="button" class="button small" disabled={one.is_empty()} onclick={replace.reform(move |_: MouseEvent| one.clone())}>{ copy::REPLACE }</button>
                <button type="button" class="button small" disabled={all.is_empty()} onclick={let all = all.clone(); replace.reform(move |_: MouseEvent| all.clone())}>{ copy::replace_all(all.len()) }</button>
            </div>
            if !none { { preview(&props.desk, &places, &text, &show) } }
        </div>
    }
}

/// The places that can be replaced: those in filled blanks are changed there.
fn free(desk: &Shared, places: &[Span]) -> Vec<Span> {
    places.iter().copied().filter(|span| !desk.draft().is_filled(*span)).collect()
}

/// The place after `from`, or with `back` the one before it, going round at the end.
fn next(places: &[Span], from: Option<Span>, back: bool) -> Option<Span> {
    let Some(from) = from else { return places.first().copied() };
    let at = places.partition_point(|span| *span < from);
    if back {
        at.checked_sub(1).and_then(|at| places.get(at)).or_else(|| places.last()).copied()
    } else {
        places[at..].iter().find(|span| **span > from).or_else(|| places.first()).copied()
    }
}

/// What will be replaced by what, place by place.
fn preview(desk: &Shared, places: &[Span], text: &str, show: &Callback<Span>) -> Html {
    let line = |&span: &Span| {
        let [before, place, after] = surroundings(desk, span, REACH);
        let onclick = show.reform(move |_: MouseEvent| span);
        html! {
            <li><button type="button" class="finder-place" {onclick}>{ before }
                if text.is_empty() { <mark class="place">{ place }</mark> }
                else { <del>{ place }</del><ins>{ text.to_owned() }</ins> }
                { after }</button></li>
        }
    };
    let rest = places.len().saturating_sub(PREVIEWED);
    html! {
        <ol class="finder-preview" aria-label={copy::FIND_PREVIEW}>
            { for places.iter().take(PREVIEWED).map(line) }
            if rest > 0 { <li class="finder-rest">{ copy::and_more(rest) }</li> }
        </ol>
    }
}
