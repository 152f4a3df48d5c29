//! What a booklet says on paper, and to whoever has it read out.

#[cfg(test)]
mod book;
#[cfg(test)]
mod structure;
#[cfg(test)]
mod text;
