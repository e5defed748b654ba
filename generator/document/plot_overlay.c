#include "document/plot_overlay.h"

#include "document/plot.h"

/* The figure, and for a band its two limits. */
enum { NUMBERS_OF_VALUE = 3 };

static size_t numbers_of(const struct plot *plot, const struct plot_layer *layer)
{
	return NUMBERS_OF_VALUE * (layer->whole ? 1 : plot->category_count);
}

/* False when the place holds no number. */
static bool number_at(const struct plot_layer *layer, size_t i, double *number)
{
	const struct plot_value *value = &layer->values[i / NUMBERS_OF_VALUE];
	const double numbers[NUMBERS_OF_VALUE] = { value->value, value->lower, value->upper };
	bool limit = i % NUMBERS_OF_VALUE > 0;

	if (!value_state_is_shown(value->state) ||
	    (limit &&
	     (layer->mark != LAYER_BAND || !value->has_interval || value->state != VALUE_SHOWN)))
		return false;
	*number = numbers[i % NUMBERS_OF_VALUE];
	return true;
}

bool plot_overlay_number(const struct plot *plot, size_t i, double *number)
{
	const struct plot_overlay *overlay = plot->overlay;

	if (overlay == NULL)
		return false;
	if (i < overlay->target_count) {
		*number = overlay->targets[i].value;
		return true;
	}
	i -= overlay->target_count;
	for (size_t layer = 0; layer < overlay->layer_count; layer++)
		for (size_t n = 0; n < numbers_of(plot, &overlay->layers[layer]); n++)
			if (number_at(&overlay->layers[layer], n, number) && i-- == 0)
				return true;
	return false;
}
