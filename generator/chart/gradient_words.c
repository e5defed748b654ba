#include "chart/gradient_words.h"

#include <math.h>

static const double label_gap = 8, clear = 2, mark_half = 4.5, end_label_gap = 5;

/* -- the first end of the fitted line --------------------------------------------------------- */

/* True when the box lies over the mark, the value in the foot, or the edge of a group's box. */
static bool hits_group(struct canvas *canvas, const struct gradient *gradient, struct box label,
		       size_t category)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	double x = gradient_middle(gradient, category), low, high;

	if (!value_state_is_shown(value->state))
		return false;
	low = high = scale_place(&gradient->scale, value->value);
	if (label.x < gradient->edges[category + 1] &&
	    label.x + label.width > gradient->edges[category] && label.y < low + 1 &&
	    label.y + label.height > low - 1)
		return true;
	if (value->has_interval) {
		struct whisker whisker = axis_whisker(&gradient->scale, value);

		low = fmax(low, whisker.low);
		high = fmin(high, whisker.high);
	}
	return box_overlaps(label,
			    (struct box){ x - mark_half - clear, high - mark_half,
					  2 * (mark_half + clear), low - high + 2 * mark_half },
			    0);
}

static bool hits_line(struct canvas *canvas, const struct gradient *gradient, struct box label)
{
	for (size_t i = 0; i + 1 < FITTED_POINTS; i++) {
		struct point a = gradient_fitted(canvas, gradient, i);
		struct point b = gradient_fitted(canvas, gradient, i + 1);

		if (box_overlaps(label,
				 (struct box){ a.x, fmin(a.y, b.y) - clear, b.x - a.x,
					       fabs(a.y - b.y) + 2 * clear },
				 0))
			return true;
	}
	return false;
}

static bool is_free(struct canvas *canvas, const struct gradient *gradient, struct box label)
{
	double y = canvas->plot->has_reference
			   ? scale_place(&gradient->scale, canvas->plot->reference)
			   : (double)-INFINITY;

	if (label.y < axis_title_height(canvas) + 1 ||
	    label.y + label.height > gradient->panel.bottom - clear ||
	    (y > label.y - clear && y < label.y + label.height + clear) ||
	    hits_line(canvas, gradient, label) ||
	    (gradient->values_in_foot &&
	     label.y + label.height + 2 * clear > gradient_foot_top(canvas, gradient)))
		return false;
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		if (hits_group(canvas, gradient, label, i))
			return false;
	return true;
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
	struct box label = { gradient->panel.left + end_label_gap,
			     gradient->panel.top - capital - 1,
			     canvas_width(canvas, canvas->strong, text), capital };

	for (double away = 2; away < gradient->panel.bottom - gradient->panel.top; away += 1) {
		struct box above = label, below = label;

		above.y = end - away - capital;
		below.y = end + away;
		if (is_free(canvas, gradient, above) || is_free(canvas, gradient, below)) {
			label = is_free(canvas, gradient, above) ? above : below;
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

void gradient_words(struct canvas *canvas, const struct gradient *gradient)
{
	const struct plot *plot = canvas->plot;
	struct side_label sides[2] = { gradient->sides[0], gradient->sides[1] };
	double y = gradient->panel.bottom + 1, right = gradient->panel.right + label_gap;
	size_t side = 0;

	axis_title(canvas);
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
	if (plot->has_reference)
		sides[side++].place = scale_place(&gradient->scale, plot->reference);
	if (plot->has_fitted)
		sides[side++].place =
			scale_place(&gradient->scale, plot->fitted[FITTED_POINTS - 1]);
	side_labels_draw(canvas, sides, side, right, gradient->panel.top - canvas->line_pt / 2,
			 gradient->panel.bottom + 2);
	if (plot->has_fitted)
		draw_first_end(canvas, gradient);
}
