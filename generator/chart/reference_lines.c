#include "chart/reference_lines.h"

enum colour_role layer_colour(size_t layer)
{
	static const enum colour_role colours[] = { COLOUR_CATEGORY_2, COLOUR_CATEGORY_3,
						    COLOUR_CATEGORY_4 };

	return colours[layer % (sizeof(colours) / sizeof(colours[0]))];
}

static bool is_line(const struct plot_layer *layer)
{
	return layer->whole && layer->mark == LAYER_RULE &&
	       value_state_is_shown(layer->values->state);
}

size_t reference_lines(const struct plot *plot, struct reference_line *lines)
{
	const struct plot_overlay *overlay = plot->overlay;
	size_t count = 0;

	if (plot->has_reference)
		lines[count++] = (struct reference_line){ plot->reference, plot->reference_label,
							  COLOUR_REFERENCE, false };
	for (size_t i = 0; overlay != NULL && i < overlay->target_count; i++)
		if (count < REFERENCE_LINES_MOST)
			lines[count++] = (struct reference_line){ overlay->targets[i].value,
								  overlay->targets[i].label,
								  COLOUR_TARGET, true };
	for (size_t i = 0; overlay != NULL && i < overlay->layer_count; i++)
		if (is_line(&overlay->layers[i]) && count < REFERENCE_LINES_MOST)
			lines[count++] = (struct reference_line){ overlay->layers[i].values->value,
								  overlay->layers[i].label,
								  layer_colour(i), false };
	return count;
}

void reference_line_draw(struct canvas *canvas, const struct reference_line *line,
			 struct point from, struct point to, bool over_bars)
{
	canvas_dashed(canvas,
		      (struct dashed_line){ .part = PART_REFERENCE,
					    .colour = line->colour,
					    .width = line->long_dashes ? 1.25 : 1,
					    .dash = { line->long_dashes ? 8 : 4, 3 } },
		      from, to, over_bars);
}
