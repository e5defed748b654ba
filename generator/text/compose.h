/*
 * compose.h - paragraphs: runs of text in several styles broken into lines.
 *
 * Lines are ragged on the right. Breaks follow Unicode's rules (pango), are chosen over the whole paragraph
 * so that lines are about as full as each other, and leave no single short word on the last line where
 * that can be helped. A word wider than the line is broken between characters.
 */
#ifndef GRADIENT_TEXT_COMPOSE_H
#define GRADIENT_TEXT_COMPOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/theme.h"
#include "text/shape.h"

struct arena;
struct text_engine;

enum text_align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };

/* Text in one style. mark is handed through to the fragments. */
struct text_span {
	const char *text; /* UTF-8; a line feed breaks the line */
	int font;
	struct colour colour;
	double rise_pt; /* above the base line, for superscripts */
	const void *mark;
};

/* A part of a line that is in one style. */
struct text_fragment {
	const struct shaped_text *shaped;
	double x, rise_pt; /* from the left end of the paragraph's box */
	struct colour colour;
	const void *mark;
};

struct text_line {
	struct text_fragment *fragments;
	size_t count;
	double width; /* without blanks at the end */
};

struct text_paragraph {
	struct text_line *lines;
	size_t count;
	double width; /* of the widest line */
	enum text_align align;
};

struct compose_options {
	double width; /* of the box; > 0 */
	enum text_align align;
	bool balance; /* lines of about equal length */
	/* Of the shaped text that is drawn, when it must last longer than the paragraph; NULL: the same arena. */
	struct arena *drawn;
};

struct text_paragraph *text_compose(struct text_engine *engine, struct arena *arena,
				    const struct text_span *spans, size_t count,
				    struct compose_options options);

/* Width of the widest part that cannot be broken, and of the paragraph without breaks but those it asks for. */
void text_extents(struct text_engine *engine, const struct text_span *spans, size_t count,
		  double *narrowest, double *widest);

/* The least width at which text takes two lines or one; at least its widest word. */
double text_two_lines(struct text_engine *engine, const struct text_span *spans, size_t count);

#endif
