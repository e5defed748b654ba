#include "chart/gradient_place.h"

#include <math.h>

#include "base/arena.h"

static const double label_gap = 8, foot_gap = 5, tick_gap = 9, least_panel = 80, clear = 2;
static const double mark_half = 4.5, name_width = 90;

double gradient_middle(const struct gradient *gradient, size_t category)
{
	return (gradient->edges[category] + gradient->edges[category + 1]) / 2;
}

struct point gradient_fitted(const struct canvas *canvas, const struct gradient *gradient,
			     size_t point)
{
	const struct panel *panel = &gradient->panel;

	return (struct point){
		panel->left + (panel->right - panel->left) * (double)point / (FITTED_POINTS - 1),
		scale_place(&gradient->scale, canvas->plot->fitted[point]),
	};
}

/* -- places ----------------------------------------------------------------------------------- */

static double share_of(const struct plot *plot, size_t category)
{
	double known = 0;

	for (size_t i = 0; i < plot->category_count; i++)
		known += plot->categories[i].share;
	return known > 0 ? plot->categories[category].share / known
			 : 1.0 / (double)plot->category_count;
}

static void measure_sides(struct canvas *canvas, struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;

	gradient->side_count = side_labels_of_lines(canvas, gradient->sides);
	if (plot->has_fitted)
		gradient->sides[gradient->side_count++] = (struct side_label){
			.part_count = 2,
			.parts = { { plot->fitted_last_text, canvas->strong, COLOUR_FITTED,
				     PART_VALUE_LABEL, NULL },
				   { plot->fitted_label, canvas->text, COLOUR_FITTED,
				     PART_SERIES_LABEL, NULL } },
		};
}

/* The words of a row and its heading, from left edge to right edge of the figure or of the panel. */
static void add_row(struct canvas *canvas, struct gradient *gradient, const struct row_word *words,
		    const char *heading)
{
	struct gradient_row *row = &gradient->rows[gradient->row_count];
	double high = heading[0] != '\0' ? gradient->panel.right + label_gap / 2 : canvas->width;

	*row = (struct gradient_row){ .words = words_row_place(
					      canvas, words, canvas->plot->category_count,
					      (struct row_bounds){ 0, high, name_width }) };
	row->height = words_row_height(canvas, &row->words);
	if (row->words.count == 0)
		return;
	if (heading[0] != '\0') {
		row->heading =
			canvas_wrap(canvas, canvas->text, heading,
				    canvas->width - gradient->panel.right - label_gap, ALIGN_LEFT);
		row->height = fmax(row->height, canvas->line_pt * (double)row->heading->count);
	}
	gradient->row_count++;
}

static struct row_word *row_of(struct canvas *canvas, const struct gradient *gradient,
			       struct row_word pattern)
{
	struct row_word *words =
		arena_array(canvas->arena, canvas->plot->category_count, sizeof(*words));

	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		words[i] = pattern;
		words[i].middle = gradient_middle(gradient, i);
	}
	return words;
}

static struct row_word *value_words(struct canvas *canvas, const struct gradient *gradient)
{
	struct row_word *words = row_of(canvas, gradient,
					(struct row_word){ .font = canvas->strong,
							   .colour = COLOUR_TEXT,
							   .part = PART_VALUE_LABEL });

	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		const struct plot_value *value = plot_value(canvas->plot, 0, i);

		words[i].text = canvas_value_text(canvas, value);
		if (value_state_is_shown(value->state))
			continue;
		words[i].font = canvas->text;
		words[i].colour = COLOUR_SECONDARY;
		words[i].part = PART_STATE_MARK;
	}
	return words;
}

/* Group, what its end of the order means, value unless it has its place in the box, share. */
static void add_rows(struct canvas *canvas, struct gradient *gradient)
{
	const struct row_word name = { .font = canvas->strong,
				       .colour = COLOUR_TEXT,
				       .part = PART_GROUP_LABEL };
	const struct plot *plot = canvas->plot;
	struct row_word *names = row_of(canvas, gradient, name);
	struct row_word *ends = row_of(canvas, gradient, name);
	struct row_word *shares = row_of(canvas, gradient, name);

	for (size_t i = 0; i < plot->category_count; i++) {
		names[i].text = plot->categories[i].short_label;
		ends[i].text = plot->categories[i].end_label;
		ends[i].font = shares[i].font = canvas->text;
		shares[i].text = plot->share_label[0] != '\0' ? plot->categories[i].share_text : "";
		shares[i].colour = COLOUR_SECONDARY;
	}
	gradient->row_count = 0;
	add_row(canvas, gradient, names, "");
	add_row(canvas, gradient, ends, "");
	if (!gradient->values_in_foot)
		add_row(canvas, gradient, value_words(canvas, gradient), plot->value_heading);
	add_row(canvas, gradient, shares, plot->share_label);
}

static double heading_width(struct canvas *canvas, const char *heading)
{
	return fmin(canvas_width(canvas, canvas->text, heading), canvas->width * 0.3);
}

static void place_edges(struct canvas *canvas, struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	struct panel *panel = &gradient->panel;
	double room = side_labels_measure(canvas, gradient->sides, gradient->side_count);

	room = fmax(room, heading_width(canvas, plot->share_label));
	if (!gradient->values_in_foot)
		room = fmax(room, heading_width(canvas, plot->value_heading));
	panel->left = axis_tick_width(canvas, &gradient->scale) + tick_gap;
	panel->right = canvas->width - (room > 0 ? room + label_gap : 0);
	gradient->edges =
		arena_array(canvas->arena, plot->category_count + 1, sizeof(*gradient->edges));
	gradient->edges[0] = panel->left;
	for (size_t i = 0; i < plot->category_count; i++)
		gradient->edges[i + 1] =
			gradient->edges[i] + (panel->right - panel->left) * share_of(plot, i);
}

static void place_panel(struct canvas *canvas, struct gradient *gradient)
{
	struct panel *panel = &gradient->panel;
	double rows = foot_gap, least;

	place_edges(canvas, gradient);
	add_rows(canvas, gradient);
	for (size_t i = 0; i < gradient->row_count; i++)
		rows += gradient->rows[i].height;
	panel->top = axis_title_height(canvas) + canvas->line_pt * 0.7;
	least = fmax(least_panel,
		     side_labels_height(canvas, gradient->sides, gradient->side_count));
	canvas->height = fmax(canvas->height, panel->top + least + rows);
	canvas->scene->height = canvas->height;
	panel->bottom = canvas->height - rows;
	gradient->scale.from = panel->bottom;
	gradient->scale.to = panel->top;
}

/* -- values in the foot of their boxes -------------------------------------------------------- */

double gradient_foot_top(const struct canvas *canvas, const struct gradient *gradient)
{
	return gradient->panel.bottom - foot_gap - 2 * canvas_middle(canvas, canvas->strong);
}

/* True when nothing of what is drawn over a box comes down to the row of values. */
static bool is_clear(struct canvas *canvas, const struct gradient *gradient, size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	double low = -INFINITY, left = gradient->edges[category];

	if (value_state_is_shown(value->state)) {
		low = scale_place(&gradient->scale, value->value) + mark_half;
		if (value->has_interval)
			low = fmax(low, axis_whisker(&gradient->scale, value).low + 1);
	}
	for (size_t i = 0; i < FITTED_POINTS && canvas->plot->has_fitted; i++) {
		struct point at = gradient_fitted(canvas, gradient, i);

		if (at.x >= left - mark_half && at.x <= gradient->edges[category + 1] + mark_half)
			low = fmax(low, at.y + 1);
	}
	return low + clear < gradient_foot_top(canvas, gradient);
}

static bool fits_foot(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	const struct row_word *words = value_words(canvas, gradient);
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t line_count = reference_lines(plot, lines);

	for (size_t i = 0; i < line_count; i++)
		if (scale_place(&gradient->scale, lines[i].value) + clear >
		    gradient_foot_top(canvas, gradient))
			return false;
	for (size_t i = 0; i < plot->category_count; i++)
		if (canvas_width(canvas, words[i].font, words[i].text) + 4 >
			    gradient->edges[i + 1] - gradient->edges[i] ||
		    !is_clear(canvas, gradient, i))
			return false;
	return true;
}

void gradient_place(struct canvas *canvas, struct gradient *gradient)
{
	measure_sides(canvas, gradient);
	gradient->values_in_foot = true;
	place_panel(canvas, gradient);
	gradient->values_in_foot = fits_foot(canvas, gradient);
	if (!gradient->values_in_foot)
		place_panel(canvas, gradient);
	else
		gradient->foot = words_row_place(
			canvas, value_words(canvas, gradient), canvas->plot->category_count,
			(struct row_bounds){ gradient->panel.left, gradient->panel.right,
					     canvas->width });
}
