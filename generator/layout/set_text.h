/*
 * set_text.h - runs of a document as lines of a galley.
 */
#ifndef GRADIENT_LAYOUT_SET_TEXT_H
#define GRADIENT_LAYOUT_SET_TEXT_H

#include "layout/galley.h"

/* Words before the first line, in a style and an element of their own: the mark of an item, "Figure 3". */
struct set_lead {
	const char *words;
	enum text_role role;
	enum colour_role colour;
	double x;
	int element;
};

/* The first run as a label that leads somewhere: the number of a footnote. */
struct set_label {
	int element;
	const char *target, *contents;
};

struct set_options {
	enum text_role role;
	enum text_align align;
	double indent;   /* of all lines */
	bool whole;      /* no line may part from the others */
	bool balance;    /* lines of about equal length, whatever the role's style says */
	bool has_colour; /* instead of the role's */
	enum colour_role colour;
	const struct set_lead *lead;   /* NULL = none */
	const struct set_label *label; /* NULL = none */
};

/*
 * Adds the lines of text to the galley, one strip a line, tagged with element. No single first or last
 * line is left on a page.
 */
void set_text(struct galley *galley, const struct text *text, struct set_options options,
	      int element, struct location at);

/* The same for words in one style. */
void set_words(struct galley *galley, const char *words, struct set_options options, int element,
	       struct location at);

/* The lines as one scene of a width; height is that of the lines. */
struct scene *set_scene(struct composer *composer, struct galley *into, const struct text *text,
			double width, struct set_options options, int element);

/* Widths that a text can have: its widest word, and all of it on one line. */
void text_widths(struct composer *composer, const struct text *text, enum text_role role,
		 bool strong, double *narrowest, double *widest);

/* Base line of the first line of a role, from the top of its line box. */
double role_base(struct composer *composer, enum text_role role);

/* One line of words at a place in a scene. */
void set_line(struct composer *composer, struct scene *scene, enum text_role role,
	      enum colour_role colour, const char *words, double x, double y);
double line_width(struct composer *composer, enum text_role role, const char *words);

#endif
