/*
 * layout.h - how pages look, as read from a layout file: sizes, text styles, headings, running lines.
 *
 * Lengths are points (1/72 inch).
 */
#ifndef GRADIENT_MODEL_LAYOUT_H
#define GRADIENT_MODEL_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"
#include "model/theme.h"

enum text_role {
#define TEXT_ROLE(symbol, name) ROLE_##symbol,
#include "model/text_roles.def"
#undef TEXT_ROLE
	TEXT_ROLE_COUNT,
};

struct text_style {
	enum font_role font;
	unsigned weight;
	bool italic;
	double size_pt, line_pt;
	double tracking_em; /* added after every character, in parts of the size */
	enum colour_role colour;
	double before_pt, after_pt; /* space around the block */
	bool tabular;               /* figures of equal width */
	bool balance;               /* lines of about equal length */
};

enum running_place { RUNNING_HEAD_LEFT, RUNNING_HEAD_RIGHT, RUNNING_FOOT_LEFT, RUNNING_FOOT_RIGHT };
enum running_field {
	RUNNING_SECTION,
	RUNNING_PUBLISHER,
	RUNNING_TITLE,  /* title and period */
	RUNNING_NOTICE, /* the notice of the report; beside the title when both are in one place */
	RUNNING_PAGE,
};

enum { RUNNING_MOST = 8, HEADINGS_MOST = 12 };

struct running_line {
	enum running_place place;
	enum running_field field;
	enum text_role role;
};

enum section_kind { SECTION_PLAIN, SECTION_DOMAIN, SECTION_INDICATOR, SECTION_APPENDIX };

struct heading_style {
	enum section_kind kind;
	unsigned level; /* from 1 */
	enum text_role role;
	bool kicker; /* "Section 2" or "Indicator 5.1" above the title */
	bool number; /* number in front of the title */
	bool new_page;
	bool opener; /* a page of its own with a field of colour */
};

enum cover_form { COVER_NONE, COVER_STEPS, COVER_PLAIN };

/* Of a picture with words, in pixels. */
struct card_size {
	unsigned width, height;
};

enum { CARD_SIZES_MOST = 8 };

struct layout {
	const char *name, *title, *file;
	const char *theme; /* file as the layout names it */
	double width_pt, height_pt, top_pt, bottom_pt, left_pt, right_pt;
	unsigned columns;
	double gutter_pt, grid_pt, hang_pt;
	double head_pt, foot_pt; /* top of the running lines, from the top edge */
	bool foot_rule;
	enum cover_form cover;
	struct running_line running[RUNNING_MOST];
	size_t running_count;
	struct card_size
		cards[CARD_SIZES_MOST]; /* in which every chart can be had with its words */
	size_t card_count;
	struct heading_style headings[HEADINGS_MOST];
	size_t heading_count;
	struct text_style styles[TEXT_ROLE_COUNT];
	double chart_height_pt, chart_half_height_pt, chart_trend_height_pt;
	double figure_after_pt;
	double row_pt;        /* least height of a table's row without its rule */
	bool figure_ornament; /* rule with a bar above a figure */
};

const char *text_role_name(enum text_role role);

/* TEXT_ROLE_COUNT when there is none of that name. */
enum text_role text_role_find(const char *name);

/* Width of the text area, and of count neighbouring columns of it. */
double layout_text_width(const struct layout *layout);
double layout_span_width(const struct layout *layout, unsigned count);

/* The style of a heading; the deepest one of the kind when the level is deeper than all. */
const struct heading_style *layout_heading(const struct layout *layout, enum section_kind kind,
					   unsigned level);

#endif
