use yew::prelude::*;

/// The section at the top of the screen. It is no part of the page's state: it changes with every
/// turn of the wheel, and only the outline and the overview show it.
#[derive(Clone, PartialEq)]
pub(super) struct SectionOnTop {
    /// The section; `None` before the first one.
    pub(super) section: Option<u32>,
    /// Says which it is.
    pub(super) setter: UseStateSetter<Option<u32>>,
}

#[derive(PartialEq, Properties)]
pub(super) struct SectionProviderProps {
    /// What is offered the section.
    pub(super) children: Html,
}

/// Offers [`SectionOnTop`] to what lies in it.
#[component]
pub(super) fn SectionProvider(props: &SectionProviderProps) -> Html {
    let section = use_state_eq(|| None);
    let context = SectionOnTop { section: *section, setter: section.setter() };
    html! { <ContextProvider<SectionOnTop> {context}>{ props.children.clone() }</ContextProvider<SectionOnTop>> }
}

/// The section at the top of the screen.
#[hook]
pub(super) fn use_section_on_top() -> SectionOnTop {
    use_context().expect("every pane lies in SectionProvider")
}
