/*
 * trend_words.h - where the parts of a trend chart stand, and its words: names and last values at the ends
 * of the lines, first values, periods, marks of what is not shown.
 */
#ifndef GRADIENT_CHART_TREND_WORDS_H
#define GRADIENT_CHART_TREND_WORDS_H

#include "chart/axis.h"
#include "chart/words_row.h"

/* The name of a line with its last value, or of a line across. */
struct end_label {
	const char *text, *last; /* the name, and the value or mark beside it */
	bool last_shown;         /* it is a value */
	enum colour_role colour;
	struct text_paragraph *name;
	int font;
	double value;       /* the last that is shown */
	bool shown;         /* there is one */
	double height, top; /* of the name's lines */
};

struct first_value {
	size_t series;
	bool below; /* its point; else above */
};

struct trend {
	struct panel panel; /* its right end is that of the gridlines, short of the names */
	struct scale scale;
	double slot; /* width of a period's part of the panel */
	double name_left;
	struct end_label *ends; /* from the top */
	size_t end_count;
	struct first_value firsts[2];
	size_t first_count;
	struct text_paragraph **periods; /* below the axis; NULL where there is no room for one */
	double period_width;
	struct words_row states;
};

/* Lays out all parts; may make the figure higher. */
void trend_place(struct canvas *canvas, struct trend *trend);

/* Choose the words under the axis; each returns the height that they need. */
double trend_place_periods(struct canvas *canvas, struct trend *trend);
double trend_place_states(struct canvas *canvas, struct trend *trend);

/* Draws the words, after the marks. */
void trend_words(struct canvas *canvas, const struct trend *trend);

/* Where a first value stands: its capitals. */
struct box trend_first_box(struct canvas *canvas, const struct trend *trend,
			   const struct first_value *first);

/* The middle of a period. */
double trend_x(const struct trend *trend, size_t period);

/* Of the words of a line. */
enum colour_role trend_label_colour(enum plot_emphasis emphasis);

/* In focus: named in strong letters. */
bool trend_is_strong(enum plot_emphasis emphasis);

#endif
