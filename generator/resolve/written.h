/*
 * written.h - what an author has to write: gaps where it is missing, and tables of it; for this folder alone.
 */
#ifndef GRADIENT_RESOLVE_WRITTEN_H
#define GRADIENT_RESOLVE_WRITTEN_H

#include "model/statement.h"
#include "resolve/resolver.h"

/* -- gaps --------------------------------------------------------------------------------------- */

/*
 * Something that an author must write and has not: it is told at its place, as a warning, and the words
 * for that place come back ("To be written: the reason"). what is in the language of the report; "" when
 * nobody says.
 */
const char *author_gap(struct resolver *resolver, struct location at, const char *what);

/* The same, added to a text so that it stands out. about: of which row, for the message alone; may be "". */
void add_author_gap(struct resolver *resolver, struct text *text, struct location at,
		    const char *about, const char *what);

/* The words of a gap that is told elsewhere. */
void add_gap_words(struct resolver *resolver, struct text *text, enum string_id what);

/* <to-write>: as a box of its own, and within text. */
void resolve_to_write(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *parent);
void add_to_write(struct resolver *resolver, const struct scope *scope,
		  const struct inline_part *part, struct text *text);

/* -- tables of what is written ------------------------------------------------------------------ */

/* A table of rows of text with headings and relative widths, the first column the name. */
struct table *written_table(struct resolver *resolver, const enum string_id *headings,
			    const double *weights, size_t count);

/* The cells of a new row; they stay where they are when further rows follow. */
struct table_cell *written_row(struct resolver *resolver, struct table *table);

/* The first child of a kind; NULL if none. */
const struct block *written_child(const struct block *block, enum block_kind kind);

/* What to say where the author wrote nothing. */
struct written_gap {
	enum string_id what;
	const char *about;  /* name of the row, for the message */
	struct location at; /* where there is no element to point at */
};

/*
 * Adds the author's text on a line of its own, behind a lead such as "Reason:" ("" for none); a gap where
 * block is NULL or holds nothing.
 */
void add_written(struct resolver *resolver, const struct scope *scope, struct text *text,
		 const char *lead, const struct block *block, const struct written_gap *gap);

/* True of a word that was not written, or holds blanks alone. */
bool word_is_empty(const struct word *word);

/* A word as it is, or a gap. */
void add_word_or_gap(struct resolver *resolver, struct text *text, const struct word *word,
		     const struct written_gap *gap);

/* Adds on a line of its own who does it and by when; each that is missing is a gap. */
void add_owner_and_date(struct resolver *resolver, struct text *text, const struct block *block,
			const char *about);

/* As the author wrote it; in words where it is written as 2025-12 or 2025-12-31. */
const char *written_date(struct resolver *resolver, const struct word *date);

/* A subtitle with the publisher and the period of the report, where it has one. */
const char *written_subtitle(struct resolver *resolver, enum string_id id);

/* Begins a new line of a text that has one already. */
void begin_line(struct resolver *resolver, struct text *text);

/* Says which children of a kind name no entry of a list, or one that another names as well. */
void check_entries(struct resolver *resolver, const struct block *block, enum block_kind kind,
		   const char *const *ids, size_t count);

/* Notes a printed entry that was not checked against its source; all of them are told at once, at the first. */
void note_unchecked(struct resolver *resolver, struct location at, const char *name,
		    const char *confidence);
void tell_unchecked(struct resolver *resolver);

/* What the report is a statement of; NULL after a diagnostic at the element that needs it. */
const struct statement_demand *demand_of(struct resolver *resolver, const char *element,
					 struct location at);

/* -- places that are known when the document is whole ------------------------------------------- */

/* Notes where a section of the statement, or an indicator, is. */
void note_section_place(struct resolver *resolver, const struct scope *scope,
			const struct block *block, const struct node *section);
void note_figure_place(struct resolver *resolver, const struct scope *scope,
		       const struct node *figure);

/* A cell that is filled with the places of the indicators of an area, or of the sections that answer a duty. */
void remember_area(struct resolver *resolver, struct table_cell *cell,
		   const struct framework_area *area);
void remember_duty(struct resolver *resolver, struct table_cell *cell,
		   const struct statement_provision *provision, struct location at);
/*
 * A tile, or the end of a sentence without its full stop (the other is NULL), that gets the page on which an
 * indicator is told of.
 */
void remember_indicator(struct resolver *resolver, struct node *node, struct text *text,
			const char *indicator);
void finish_places(struct resolver *resolver);

#endif
