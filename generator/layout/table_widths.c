/*
 * table_widths.c - how wide the columns of a table are.
 *
 * Figures are never broken. In a table of figures, headings and names share what the figures leave: of all
 * numbers of lines that the head could have, the one is taken that costs the fewest lines in head and names
 * together. In a table of words, columns share by the weights of the author, or by how much they hold.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/set_text.h"
#include "layout/table_parts.h"

static const double column_gap = 6.5, wrapped_name_cost = 1.5, spread_most = 14;
static const double margin = TABLE_MARGIN;

enum { HEAD_LINES_USUAL = 2, HEAD_LINES_MOST = 6 };

static bool is_whole(const struct table_column *column)
{
	return column->kind == COLUMN_NUMBER || column->kind == COLUMN_WORD ||
	       column->kind == COLUMN_SPARKLINE;
}

static double sum_of(const double *widths, size_t count)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += widths[i];
	return sum;
}

/* -- tables of figures ------------------------------------------------------------------------ */

/* Lines of one column are as long as each other, whatever is printed at their ends. */
static double widen_sparkline(struct table_setting *setting, size_t row, size_t column)
{
	struct column_place *place = &setting->columns[column];
	double first, last;

	measure_sparkline(setting, setting->table->rows[row].cells[column].sparkline, &first,
			  &last);
	place->first = fmax(place->first, first);
	place->last = fmax(place->last, last);
	return TABLE_SPARKLINE_WIDTH + place->first + place->last +
	       (place->first > 0 ? TABLE_SPARKLINE_GAP : 0) +
	       (place->last > 0 ? TABLE_SPARKLINE_GAP : 0);
}

/* Least and best width of a column. Figures and words of a comparison are never broken. */
static void measure_column(struct table_setting *setting, size_t column, struct table_needs *needs)
{
	const struct table *table = setting->table;
	const struct table_column *facts = &table->columns[column];
	struct text heading = heading_text(setting->composer, facts->heading, facts->heard);
	double narrowest, widest, figure, tail, widest_figure = 0;
	double *whole = &needs->whole[column];
	double *least = &needs->least[column], *best = &needs->best[column];
	struct column_place *place = &setting->columns[column];

	text_widths(setting->composer, &heading, ROLE_TABLE_HEAD, false, &narrowest, &widest);
	*least = lends_room(table, column) ? 0 : narrowest;
	*whole = *least;
	*best = is_whole(facts) ? heading_width(setting, column, HEAD_LINES_USUAL) : widest;
	for (size_t row = 0; row < table->row_count; row++) {
		measure_cell(setting, row, column, &narrowest, &widest);
		if (facts->kind == COLUMN_SPARKLINE)
			widest = widen_sparkline(setting, row, column);
		*whole = fmax(*whole, is_whole(facts) ? widest : narrowest);
		if (facts->kind == COLUMN_NUMBER) {
			cell_parts(setting, row, column, &figure, &tail);
			widest_figure = fmax(widest_figure, figure);
			place->tail = fmax(place->tail, tail);
			widest = widest_figure + place->tail;
		}
		*least = fmax(*least, is_whole(facts) ? widest : narrowest);
		*best = fmax(*best, widest);
		if (column == 0)
			needs->names[row] = widest;
		if (column == 1)
			needs->figures[row] = facts->kind == COLUMN_NUMBER ? figure : widest;
	}
	for (size_t row = 0; column == 1 && row < table->row_count; row++)
		needs->figures[row] += place->tail;
	*least += margin;
	*whole += margin;
	*best = fmax(*best + margin, *least);
}

/* Lines that names take beyond one each, when column 0 and 1 are so wide. */
static double wrapped_lines(const struct table_setting *setting, const struct table_needs *needs,
			    const double *widths)
{
	bool lent = lends_room(setting->table, 1);
	double lines = 0;

	for (size_t row = 0; row < setting->table->row_count; row++) {
		double room =
			widths[0] + (lent ? fmax(0, widths[1] - needs->figures[row] - margin) : 0);

		if (needs->names[row] > room)
			lines += ceil(needs->names[row] / room) - 1;
	}
	return lines;
}

/* The heading behind that of the names has no room for its words, though it reaches over to the left. */
static bool lacks_heading(struct table_setting *setting, double names, const double *widths)
{
	if (setting->table->column_count < 2 || !lends_room(setting->table, 1))
		return false;
	return heading_width(setting, 1, HEAD_LINES_MOST) >
	       fmax(0, names - heading_width(setting, 0, 1)) + widths[1];
}

/* Widths for a head of so many lines, and what they cost in lines; infinity when they do not fit. */
static double try_lines(struct table_setting *setting, const struct table_needs *needs,
			size_t lines, double *widths)
{
	const struct table *table = setting->table;
	double left = needs->width, cost = (double)lines;

	for (size_t i = 1; i < table->column_count; i++) {
		widths[i] = needs->least[i];
		if (!lends_room(table, i))
			widths[i] = fmax(widths[i], heading_width(setting, i, lines));
		left -= widths[i];
	}
	widths[0] = left;
	if (left < needs->least[0] || lacks_heading(setting, left, widths))
		return INFINITY;
	/* The heading behind that of the names reaches over to the left as far as there is room. */
	if (table->column_count > 1 && lends_room(table, 1) &&
	    heading_width(setting, 1, lines) > left + widths[1] - heading_width(setting, 0, 1))
		cost += 1;
	return cost + wrapped_name_cost * wrapped_lines(setting, needs, widths);
}

/* The room that the longest name needs in its own column. */
static double name_width(struct table_setting *setting, const struct table_needs *needs,
			 const double *widths)
{
	double width = fmax(needs->least[0], heading_width(setting, 0, 1));
	double lent = lends_room(setting->table, 1) ? widths[1] : 0;

	for (size_t row = 0; row < setting->table->row_count; row++) {
		double free = lent > 0 ? fmax(0, lent - needs->figures[row] - margin) : 0;

		width = fmax(width, needs->names[row] + margin - free);
	}
	if (lent > 0)
		width = fmax(width, heading_width(setting, 0, 1) +
					    heading_width(setting, 1, HEAD_LINES_USUAL) - lent);
	return width;
}

/* What a column of figures lacks for its heading to stand on one line, or over its figures alone. */
static double heading_lacks(struct table_setting *setting, size_t column, double width)
{
	double tail = setting->columns[column].tail;

	if (tail > 0 && tail < TABLE_MARK_MOST)
		return heading_width(setting, column, HEAD_LINES_USUAL) + tail - width;
	return heading_width(setting, column, 1) - width;
}

/* What the names do not need stands between the figures, as far as that helps the eye. */
static void spread_figures(struct table_setting *setting, struct table_needs *needs, double *widths)
{
	size_t count = setting->table->column_count;
	double spare = widths[0] - name_width(setting, needs, widths);

	for (size_t i = 1; i < count; i++) {
		double lacks = heading_lacks(setting, i, widths[i]);

		if (setting->table->columns[i].kind == COLUMN_NUMBER && lacks > 0 &&
		    lacks <= spare &&
		    (lacks <= spread_most || heading_width(setting, i, 1) <= TABLE_SHORT_HEADING)) {
			widths[i] += lacks;
			spare -= lacks;
		}
	}
	needs->lead = fmax(0, fmin(spread_most, spare / (double)count));
	for (size_t i = 1; i < count; i++)
		widths[i] += needs->lead;
	widths[0] = needs->width - sum_of(widths + 1, count - 1);
}

static bool share_figures(struct table_setting *setting, struct table_needs *needs, double *widths)
{
	size_t count = setting->table->column_count;
	double *tried = arena_array(setting->composer->drafts, count, sizeof(*tried));
	double best = INFINITY;

	for (size_t lines = HEAD_LINES_USUAL; lines <= HEAD_LINES_MOST; lines++) {
		double cost = try_lines(setting, needs, lines, tried);

		if (cost < best) {
			best = cost;
			memcpy(widths, tried, count * sizeof(*widths));
		}
	}
	if (isinf(best))
		return false;
	spread_figures(setting, needs, widths);
	return true;
}

static void place_columns(struct table_setting *setting, const double *widths,
			  const double *aligned, double lead)
{
	double x = 0;

	for (size_t i = 0; i < setting->table->column_count; i++) {
		struct column_place *place = &setting->columns[i];

		place->x = x;
		place->width = widths[i];
		place->align =
			setting->table->columns[i].kind == COLUMN_NUMBER ? ALIGN_RIGHT : ALIGN_LEFT;
		/* Figures stand at the right end of theirs, words behind it. */
		if (i > 0 && setting->table->columns[i].kind == COLUMN_WORD) {
			place->x += lead;
			place->width -= lead;
		}
		/* Where marks have no room of their own, figures with one end further to the left. */
		if (widths[i] < aligned[i] - margin)
			place->tail = 0;
		x += widths[i] + column_gap;
	}
}

static bool is_of_figures(const struct table *table)
{
	for (size_t i = 1; i < table->column_count; i++)
		if (!is_whole(&table->columns[i]))
			return false;
	return !table->open;
}

static bool find_usual_widths(struct table_setting *setting)
{
	struct arena *arena = setting->composer->drafts;
	const struct table *table = setting->table;
	size_t count = table->column_count;
	double *widths = arena_array(arena, count, sizeof(double)), *aligned;
	struct table_needs needs = {
		.least = arena_array(arena, count, sizeof(double)),
		.best = arena_array(arena, count, sizeof(double)),
		.whole = arena_array(arena, count, sizeof(double)),
		.names = arena_array(arena, table->row_count, sizeof(double)),
		.figures = arena_array(arena, table->row_count, sizeof(double)),
		.width = setting->galley->width - column_gap * (double)(count - 1),
	};

	setting->columns = arena_array(arena, count, sizeof(*setting->columns));
	for (size_t i = 0; i < count; i++)
		measure_column(setting, i, &needs);
	aligned = needs.least;
	if (sum_of(needs.least, count) > needs.width)
		needs.least = needs.whole;
	setting->squeezed = is_of_figures(table) && !share_figures(setting, &needs, widths);
	if (!is_of_figures(table) || setting->squeezed) {
		if (sum_of(needs.whole, count) <= needs.width && has_weights(table))
			share_by_weights(setting, &needs, widths);
		else
			share_by_content(setting, &needs, widths);
	}
	place_columns(setting, widths, aligned, needs.lead);
	return sum_of(needs.least, count) <= needs.width + margin;
}

bool find_widths(struct table_setting *setting)
{
	return setting->table->heat ? find_heat_widths(setting) : find_usual_widths(setting);
}
