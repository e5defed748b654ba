/*
 * pages_paper.h - a resolved document written in a test, and laid out as pages.
 *
 * Blocks are added to "into": the root at first, later what the test says. A paper can be begun again, so
 * that one test can lay out many documents with the fonts loaded once.
 * Ownership: everything of a document lives until the next paper_begin() or paper_free().
 */
#ifndef GRADIENT_TESTS_PAGES_PAPER_H
#define GRADIENT_TESTS_PAGES_PAPER_H

#include "layout/layout_pages.h"
#include "support/looks.h"

struct paper {
	struct look look;
	struct arena *arena; /* of the document */
	struct document document;
	struct node *into;
	struct pages *pages; /* after paper_lay_out() */
	struct figure_list figures;
	struct diag_list *diags; /* of laying out */
	unsigned notes;
};

struct paper *paper_new(const char *layout);
void paper_free(struct paper *paper);
void paper_begin(struct paper *paper);

/* Fills the contents, if there are any, with all sections down to level 2, then lays out. */
void paper_lay_out(struct paper *paper);

/* Each adds a block and returns it. Words are borrowed. */
struct node *paper_add(struct paper *paper, enum node_kind kind);
struct node *paper_section(struct paper *paper, unsigned level, const char *number,
			   const char *title);
struct node *paper_text(struct paper *paper, const char *words);

/* A paragraph of so many lines: "name 1", "name 2" ... */
struct node *paper_lines(struct paper *paper, const char *name, size_t count);

/* Paragraphs of one line each, to fill a page with: "fill 1" ... */
void paper_fill(struct paper *paper, size_t count);

struct node *paper_list(struct paper *paper, bool ordered, const char *name, size_t count);

/* Items and cells of a block: a child with words as its text, or with a title and a paragraph. */
struct node *paper_item(struct paper *paper, struct node *list, const char *words);
struct node *paper_cell(struct paper *paper, struct node *parent, const char *title,
			const char *words);

/*
 * A table with label, title and a note. Columns are a name and numbers, with headings "name head 1" ...;
 * the cell of row 2, column 3 is "name 2/3".
 */
struct node *paper_table(struct paper *paper, const char *name, size_t rows, size_t columns);

/* The same table for a test that changes it before it is laid out. */
struct table *paper_table_of(struct paper *paper, struct node *node);
void paper_set_cell(struct paper *paper, struct node *table, size_t row, size_t column,
		    const char *words);

/* Bars with label, title and a note; height 0 is that of the layout. */
struct node *paper_figure(struct paper *paper, const char *name, double height_pt);

/* Runs at the end of the text of a block. */
struct text_run *paper_run(struct paper *paper, struct text *text, const char *words);
void paper_note(struct paper *paper, struct text *text, const char *words);
void paper_page_reference(struct paper *paper, struct text *text, const char *words,
			  const struct node *target);

#endif
