//! Other directories' data as it is taken in: small files of our own that hold
//! each shape and each trap, and real feeds where their folder is named.

mod feeds;
mod real;
mod taken;
