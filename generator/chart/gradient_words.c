#include "chart/gradient_words.h"

#include <math.h>

#include "chart/drawn.h"
static const double label_gap = 8, clear = 2, end_label_gap = 5;

/* -- the first end of the fitted line --------------------------------------------------------- */

/* Clear of everything that is drawn, and of the values that will stand in the foot. */
static bool is_free(struct canvas *canvas, const struct gradient *gradient,
		    const struct obstacles *obstacles, struct box label)
{
	struct box padded = box_padded(label, clear);

	return label.y >= axis_title_height(canvas) + 1 &&
	       label.y + label.height <= gradient->panel.bottom - clear &&
	       !obstacles_touch_box(obstacles, padded) && !obstacles_cross_box(obstacles, padded) &&
	       (!gradient->values_in_foot ||
		label.y + label.height + 2 * clear <= gradient_foot_top(canvas, gradient));
}

static bool is_over_box(struct canvas *canvas, const struct gradient *gradient, struct box label)
{
	double zero = scale_place(&gradient->scale, 0);

	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		const struct plot_value *value = plot_value(canvas->plot, 0, i);
		double y = scale_place(&gradient->scale, value->value);

		if (value_state_is_shown(value->state) &&
		    box_overlaps(label,
				 (struct box){ gradient->edges[i], fmin(y, zero),
					       gradient->edges[i + 1] - gradient->edges[i],
					       fabs(y - zero) },
				 0))
			return true;
	}
	return false;
}

/* The place nearest to the end of the line that is free; above the panel when there is none. */
static void draw_first_end(struct canvas *canvas, const struct gradient *gradient)
{
	const char *text = canvas->plot->fitted_first_text;
	double capital = 2 * canvas_middle(canvas, canvas->strong);
	double end = gradient_fitted(canvas, gradient, 0).y;
	struct obstacles obstacles = drawn_obstacles(canvas);
	struct box label = { gradient->panel.left + end_label_gap,
			     gradient->panel.top - capital - 1,
			     canvas_width(canvas, canvas->strong, text), capital };

	for (double away = 2; away < gradient->panel.bottom - gradient->panel.top; away += 1) {
		struct box above = label, below = label;
		bool free;

		above.y = end - away - capital;
		below.y = end + away;
		free = is_free(canvas, gradient, &obstacles, above);
		if (free || is_free(canvas, gradient, &obstacles, below)) {
			label = free ? above : below;
			break;
		}
	}
	if (is_over_box(canvas, gradient, label))
		canvas_text(canvas, PART_VALUE_LABEL, canvas->strong, COLOUR_FITTED, LABEL_LEFT,
			    label.x, label.y + capital, text);
	else
		canvas_value(canvas, canvas->strong, COLOUR_FITTED, label.x, label.y + capital,
			     text);
}

/* -- drawing ---------------------------------------------------------------------------------- */

static void draw_sides(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	struct reference_line lines[REFERENCE_LINES_MOST];
	struct side_label sides[SIDE_LABELS_MOST];
	size_t count = reference_lines(plot, lines);

	for (size_t i = 0; i < gradient->side_count; i++) {
		sides[i] = gradient->sides[i];
		sides[i].place =
			scale_place(&gradient->scale,
				    i < count ? lines[i].value : plot->fitted[FITTED_POINTS - 1]);
	}
	side_labels_draw(canvas, sides, gradient->side_count, gradient->panel.right + label_gap,
			 gradient->panel.top - canvas->line_pt / 2, gradient->panel.bottom + 2);
}

void gradient_words(struct canvas *canvas, const struct gradient *gradient)
{
	double y = gradient->panel.bottom + 1, right = gradient->panel.right + label_gap;

	axis_title(canvas);
	if (canvas->plot->has_fitted)
		draw_first_end(canvas, gradient);
	if (gradient->values_in_foot)
		words_row_draw(canvas, &gradient->foot,
			       gradient_foot_top(canvas, gradient) +
				       2 * canvas_middle(canvas, canvas->strong) - canvas->line_pt);
	for (size_t i = 0; i < gradient->row_count; i++) {
		const struct gradient_row *row = &gradient->rows[i];

		words_row_draw(canvas, &row->words, y);
		if (row->heading != NULL)
			canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_SECONDARY, row->heading,
					 right, y + canvas->line_pt);
		y += row->height;
	}
	draw_sides(canvas, gradient);
}
