#include "resolve/plots/place_classes.h"

#include <string.h>

#include "base/arena.h"

static bool is_shown(const struct plot *plot, size_t category)
{
	return value_state_is_shown(plot->values[category].state);
}

static size_t shown_below(const struct plot *plot, double figure)
{
	size_t below = 0;

	for (size_t i = 0; i < plot->category_count; i++)
		below += is_shown(plot, i) && plot->values[i].value < figure;
	return below;
}

/* How many different figures there are, no more than most. */
static size_t different(const struct plot *plot, size_t most)
{
	size_t count = 0;

	for (size_t i = 0; i < plot->category_count && count < most; i++) {
		bool first = is_shown(plot, i);

		for (size_t j = 0; j < i && first; j++)
			first = !is_shown(plot, j) ||
				plot->values[j].value != plot->values[i].value;
		count += first;
	}
	return count;
}

/* Classes count from 0, the lowest; of fewer than five the ends of the ramp stay. */
static unsigned step_of(size_t class, size_t classes)
{
	if (classes < 2)
		return (PLACE_STEPS + 1) / 2;
	return PLACE_STEPS -
	       (unsigned)((class * (PLACE_STEPS - 1) + (classes - 1) / 2) / (classes - 1));
}

/* "12.1% to 15.3%", from what is printed of the lowest and the highest of a class. */
static const char *range_of(const struct chart *chart, const struct plot_place *places,
			    unsigned step)
{
	const struct plot_value *least = NULL, *most = NULL;

	for (size_t i = 0; i < chart->plot->category_count; i++) {
		const struct plot_value *value = &chart->plot->values[i];

		if (places[i].step != step)
			continue;
		least = least == NULL || value->value < least->value ? value : least;
		most = most == NULL || value->value > most->value ? value : most;
	}
	if (least == NULL)
		return NULL;
	if (strcmp(least->text, most->text) == 0)
		return least->text;
	return words_fill(
		chart->words, STRING_CLASS_RANGE,
		(struct placeholder[]){ { "a", least->text }, { "b", most->text }, { 0 } });
}

void set_place_classes(struct chart *chart, struct plot_place *places, struct plot_places *all)
{
	const struct plot *plot = chart->plot;
	struct plot_class *classes =
		arena_array(chart->resolver->arena, PLACE_STEPS, sizeof(*classes));
	size_t shown = 0, count = different(plot, PLACE_STEPS);

	for (size_t i = 0; i < plot->category_count; i++)
		shown += is_shown(plot, i);
	for (size_t i = 0; i < plot->category_count; i++)
		if (is_shown(plot, i))
			places[i].step = step_of(
				shown_below(plot, plot->values[i].value) * count / shown, count);
	for (unsigned step = 1; step <= PLACE_STEPS; step++) {
		const char *text = range_of(chart, places, step);

		if (text != NULL)
			classes[all->class_count++] =
				(struct plot_class){ .step = step, .text = text };
	}
	all->classes = classes;
	if (all->class_count > 1)
		append_sentence(chart->resolver, &chart->kind_notes,
				word_of(chart->resolver, STRING_NOTE_CLASSES));
}
