//! Other directories' data as it is taken in: small files of our own that hold
//! each shape and each trap, and real feeds where their folder is named.

mod feeds;
#[cfg(test)]
mod real;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod taken;
#[cfg(test)]
mod traps;
