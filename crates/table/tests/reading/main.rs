//! Spreadsheets as people and their programs make them, and as nobody should.

#[cfg(test)]
mod excel;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod made;
#[cfg(test)]
mod open_document;
#[cfg(test)]
mod template;
