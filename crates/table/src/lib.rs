//! Tables as people keep them: a spreadsheet or a list, from bytes to cells, and
//! from cells to bytes. It knows no field of an entry, no file and no clock.
