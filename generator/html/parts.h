/*
 * parts.h - a page while it is written; shared by the files of this folder alone.
 */
#ifndef GRADIENT_HTML_PARTS_H
#define GRADIENT_HTML_PARTS_H

#include <stdbool.h>

#include "base/verdict.h"
#include "document/document.h"
#include "html/html.h"
#include "html/page.h"
#include "markup/markup.h"
#include "model/strings.h"

struct sparkline;

struct html_writer {
	struct arena *arena;
	const struct html_job *job;
	struct markup *markup;
	unsigned raised; /* by how many levels headings stand higher than in one page */
	const struct node *
		page; /* outermost section that the page is made of; NULL: all of them, or the first page */
	bool pages;                /* every outermost section has a page of its own */
	const struct note **notes; /* footnotes that wait for the end of their section */
	size_t note_count, note_capacity;
};

/* -- text.c ------------------------------------------------------------------------------------- */

/* An element with a class; class may be NULL. */
void html_open(struct html_writer *writer, const char *element, const char *class);
void html_close(struct html_writer *writer);
void html_newline(struct html_writer *writer);

/* Plain words; line ends become <br>. */
void html_words(struct html_writer *writer, const char *words);

void html_text(struct html_writer *writer, const struct text *text);

/* Shorthand such as "[c]" is seen, and heard as what it stands for. */
void html_shorthand(struct html_writer *writer, const char *shorthand, const char *words);

/* Nothing when there are no words. */
void html_element(struct html_writer *writer, const char *element, const char *class,
		  const char *words);
void html_text_element(struct html_writer *writer, const char *element, const char *class,
		       const struct text *text);

/* Address of a node: "#waits", or "waiting.html#waits" when it stands in another page. */
const char *html_address(const struct html_writer *writer, const struct node *node);

/* File of the page of an outermost section, or of the first page (NULL). */
const char *html_page_name(struct arena *arena, const struct node *section);

/* What a link says that has only its target: its label, else its title. */
const char *html_target_words(const struct html_writer *writer, const struct node *target);

/* The footnotes that wait, as a list. */
void html_notes(struct html_writer *writer);

/* -- blocks.c ----------------------------------------------------------------------------------- */

void html_blocks(struct html_writer *writer, const struct node *parent);
void html_node(struct html_writer *writer, const struct node *node);

/* -- heading.c ---------------------------------------------------------------------------------- */

void html_section(struct html_writer *writer, const struct node *section);
void html_heading(struct html_writer *writer, const struct node *node, unsigned level);

/* -- cover.c ------------------------------------------------------------------------------------ */

/* The head of the page: cover, head of an extract, or title alone. */
void html_header(struct html_writer *writer);
void html_footer(struct html_writer *writer);

/* The pages before and after, NULL if none; of the edition in pages. */
struct html_neighbours {
	const struct node *before, *after; /* outermost sections */
	bool has_before;                   /* before NULL is then the first page */
};

/* -- contents.c --------------------------------------------------------------------------------- */

void html_contents(struct html_writer *writer, const struct node *node);

/* Links to the pages before and after. */
void html_sequence(struct html_writer *writer, const struct html_neighbours *neighbours);

/* -- figure.c ----------------------------------------------------------------------------------- */

void html_figure(struct html_writer *writer, const struct node *node);

/* Label, title and subtitle, within an element that is the caption. */
void html_caption(struct html_writer *writer, const struct node *node);

/* Long description and notes below a figure or table. */
void html_figure_notes(struct html_writer *writer, const struct node *node);

/* -- table.c, cell.c ---------------------------------------------------------------------------- */

void html_table(struct html_writer *writer, const struct node *node);
void html_cell(struct html_writer *writer, const struct table *table, size_t row, size_t column);
const char *html_column_class(const struct table_column *column);

/* Its rows are blocks where the window is narrow. */
bool html_table_stacks(const struct table *table);

/* -- pictures.c --------------------------------------------------------------------------------- */

/* Shapes that the page uses by name; once a page. */
void html_shapes(struct html_writer *writer);

/* The shape of a verdict or mark with what it says; words NULL: they stand beside it. */
void html_verdict(struct html_writer *writer, enum verdict verdict, const char *words);
void html_mark(struct html_writer *writer, enum cell_mark mark, const char *words);

void html_bar(struct html_writer *writer, double share);
void html_sparkline(struct html_writer *writer, const struct sparkline *line);

/* Boxes, line and points of the cover's chart; decoration, hidden from assistive technology. */
void html_cover_art(struct html_writer *writer, const struct plot *plot);

/* -- document.c --------------------------------------------------------------------------------- */

/* The main part of a page. */
void html_main(struct html_writer *writer, const struct node *const *nodes, size_t count);

/* -- style.c ------------------------------------------------------------------------------------ */

/* The style sheet: colours and fonts of the theme, sizes of the pictures, then the rules of the job. */
void html_style(const struct html_job *job, const struct buffer *body, struct buffer *out);

#endif
