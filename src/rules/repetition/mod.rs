//! What is said twice (specification §5.2, §5.1 N10).

mod doubled_particle;
mod repeated_clause;
mod repeated_passage;
mod repeated_word;

pub(super) use doubled_particle::RULE as DOUBLED_PARTICLE;
pub(super) use repeated_clause::RepeatedClause;
pub(super) use repeated_passage::RepeatedPassage;
pub(super) use repeated_word::RepeatedWord;
