use crate::ui::page::use_page;
use crate::ui::state::{Action, Drawer, Tab};
use crate::ui::{browser, copy};
use crate::view::Counters;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct CountersProps {
    /// The numbers.
    pub(super) counters: Counters,
}

/// The four numbers, each a way into its list.
#[component]
pub(super) fn CountersBar(props: &CountersProps) -> Html {
    let page = use_page();
    let n = props.counters;
    let lists = [
        ("counter-sections", copy::SECTIONS, n.sections, None, "outline-title"),
        ("counter-metrics", copy::METRICS, n.metrics, Some(Tab::Metrics), "tab-metrics"),
        ("counter-blanks", copy::BLANKS, n.blanks, Some(Tab::Blanks), "tab-blanks"),
        ("counter-findings", copy::FINDINGS, n.findings, Some(Tab::Findings), "tab-findings"),
    ];
    let last = use_mut_ref(|| None::<&'static str>);
    {
        // What lay over the text has gone, and with it the focus: back to where it came from.
        let last = last.clone();
        use_effect_with(page.state.drawer, move |drawer| {
            let id = last.borrow().filter(|_| drawer.is_none());
            if let Some(counter) =
                id.and_then(browser::element).filter(|_| browser::nothing_focused())
            {
                browser::focus(&counter);
            }
        });
    }
    html! {
        <ul class="counters" aria-label={copy::COUNTERS}>
            { for lists.into_iter().map(|(id, name, number, tab, target)| {
                let (page, last) = (page.clone(), last.clone());
                let onclick = Callback::from(move |_: MouseEvent| {
                    let drawer = tab.map_or(Drawer::Outline, |tab| {
                        page.dispatch(Action::Tab(tab));
                        Drawer::Panel
                    });
                    page.dispatch(Action::Drawer(Some(drawer)));
                    last.replace(Some(id));
                    browser::focus_later(target);
                });
                let class = classes!("counter", id, (number == 0).then_some("counter-none"));
                html! {
                    <li key={id}><button type="button" {id} {class} {onclick}>
                        <span class="counter-number">{ copy::count(number) }</span>
                        <span class="counter-name">{ name }</span>
                    </button></li>
                }
            }) }
        </ul>
    }
}
