/*
 * table_parts.h - a table while it is set; shared by the table*.c files of this folder alone.
 */
#ifndef GRADIENT_LAYOUT_TABLE_PARTS_H
#define GRADIENT_LAYOUT_TABLE_PARTS_H

#include "layout/galley.h"

/* What a column is wider than its contents, so that rounding breaks no line. */
#define TABLE_MARGIN 0.5

/* The bar behind a figure, with the space before it. */
#define TABLE_BAR_WIDTH 32
#define TABLE_BAR_ROOM 36

/* What follows a figure is a mark when it is not wider, else an interval. */
#define TABLE_MARK_MOST 24

/* A heading that stands on one line where there is room; longer ones look better in two. */
#define TABLE_SHORT_HEADING 60

struct column_place {
	double x, width;
	double tail;        /* room for what follows a figure in its cell: a mark, an interval */
	double first, last; /* of sparklines: room for the figures at their ends */
	enum text_align align;
};

struct table_setting {
	struct galley *galley;
	struct composer *composer;
	const struct table *table;
	struct column_place *columns;
	bool dense;    /* rows of one line, close to each other */
	bool squeezed; /* figures fit, but names or headings do not fit beside them */
	int table_element, head_element, body_element;
	int *heads;     /* header cells of the columns */
	int group_head; /* of the rows that follow; an artifact before the first group */
};

/* What the columns of a table need, measured once. */
struct table_needs {
	double *least, *best;
	double *whole;           /* least when figures and marks need not stand in line */
	double *names, *figures; /* of every row: its name, the figure behind it */
	double width;            /* of the table without gaps */
	double lead;             /* room before every column behind the first */
};

/* True when the author gives the widths of all columns. */
bool has_weights(const struct table *table);

/* By the author's weights; a column that would be too narrow gets what it needs, the others share the rest. */
void share_by_weights(const struct table_setting *setting, const struct table_needs *needs,
		      double *widths);

/* Every column gets what it must have, then a part of what it could use. */
void share_by_content(const struct table_setting *setting, const struct table_needs *needs,
		      double *widths);

/* Places of the columns. False when the table is wider than the page, whatever is broken. */
bool find_widths(struct table_setting *setting);

/*
 * The figures behind the names seldom fill their column, whose heading is wider than they are. Heading and
 * names may use that room: the heading reaches over to the left, long names to the right.
 */
bool lends_room(const struct table *table, size_t column);

bool is_strong(const struct table *table, size_t row, size_t column);
struct text heading_text(struct composer *composer, const char *heading, const char *heard);

/* Room that the mark of a cell takes before its words; 0 when it has none. */
double mark_room(const struct table_setting *setting, const struct table_cell *cell);

/* A cell with all that stands in it, of a width. */
struct scene *cell_scene(struct table_setting *setting, size_t row, size_t column, double width,
			 int element);

/* Places of the columns of a matrix. False when they need more than the width of the page. */
bool find_heat_widths(struct table_setting *setting);

/* A row of a matrix: tinted cells with gutters between them. */
struct scene *heat_row_scene(struct table_setting *setting, size_t row);

/* Where the heading of a column of a matrix stands: over the figures and their shapes. */
struct column_place heat_heading_place(const struct table_setting *setting, size_t column);

/* A rule across the table, with the gutters of a matrix left free. */
void add_rule(struct table_setting *setting, struct scene *scene, double y, double width,
	      enum colour_role colour);

/* An element of the structure for a cell of a row. */
int cell_element(struct table_setting *setting, int row, enum header_scope scope);

/* That of a cell below a group of rows: scopes do not tell which group it is in. */
int grouped_cell(struct table_setting *setting, int row, size_t column, int row_head);

/* An element for the shorthand of a cell whose figure is not shown, or the cell itself. */
int shorthand_element(struct table_setting *setting, enum value_state state, int cell);

/* Room for the line of a sparkline itself, and beside it. */
#define TABLE_SPARKLINE_WIDTH 68
#define TABLE_SPARKLINE_HEIGHT 17
#define TABLE_SPARKLINE_GAP 6

/* What the printed ends of a sparkline need; 0 for one that is printed elsewhere. */
void measure_sparkline(struct table_setting *setting, const struct sparkline *line, double *first,
		       double *last);

/* The line with its figures, or what stands in its place, in the middle of a box. */
void draw_sparkline(struct table_setting *setting, struct scene *scene,
		    const struct table_cell *cell, const struct column_place *place, struct box box,
		    int element);

/* An element for what a picture in a cell says beside the words; an artifact when it says nothing. */
int picture_element(struct table_setting *setting, const char *words, int element);

/* The widest word and the longest text of a cell. */
void measure_cell(struct table_setting *setting, size_t row, size_t column, double *narrowest,
		  double *widest);

/* Width of a cell on one line. */
double cell_width(struct table_setting *setting, size_t row, size_t column);

/* Width of its figure, and of what follows that: " [u]", " (1.2 to 3.4)". */
void cell_parts(struct table_setting *setting, size_t row, size_t column, double *figure,
		double *tail);

/* The least width at which a heading takes so many lines, or fewer. */
double heading_width(struct table_setting *setting, size_t column, size_t lines);

#endif
