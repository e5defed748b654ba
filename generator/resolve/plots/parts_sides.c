/*
 * parts_sides.c - parts that are answers on a scale: on which side of its middle each is, and what the parts of a side
 * are together.
 */
#include "base/arena.h"
#include "resolve/plots/parting.h"

bool parting_has_sides(const struct parting *parting)
{
	bool negative = false, positive = false;

	for (size_t i = 0; i < parting->part_count; i++) {
		if (parting->parts[i].side == PART_SIDE_NONE)
			return false;
		negative = negative || parting->parts[i].side == PART_SIDE_NEGATIVE;
		positive = positive || parting->parts[i].side == PART_SIDE_POSITIVE;
	}
	return negative && positive;
}

/* The parts of a side in a row of which all is shown. */
struct side_figure {
	bool shown;
	struct value
		sum; /* above zero where its parts are printed as zero, and one of them as "[k]" */
};

static struct side_figure side_of_row(const struct plot *plot, const struct parting *parting,
				      size_t row, enum part_side side)
{
	struct side_figure figure = {
		.shown = true,
		.sum.estimate = parting_sum(plot, parting, row, side, false),
	};

	for (size_t s = 0; s < plot->series_count; s++) {
		const struct plot_value *value = plot_value(plot, s, row);

		figure.shown = figure.shown && value_state_is_shown(value->state);
		if (parting->parts[s].side == side && value->rounded != NULL)
			figure.sum.above_zero = true;
	}
	figure.sum.above_zero = figure.sum.above_zero && figure.sum.estimate == 0;
	return figure;
}

static const char **side_texts(struct chart *chart, const struct parting *parting,
			       enum part_side side)
{
	const char **texts =
		arena_array(chart->resolver->arena, parting->row_count + 1, sizeof(*texts));

	for (size_t i = 0; i < parting->row_count; i++) {
		struct side_figure figure = side_of_row(chart->plot, parting, i, side);

		texts[i] = figure.shown ? plot_text_of(chart, chart->measure, figure.sum,
						       chart->block->decimals)
					: "";
	}
	return texts;
}

void parting_set_sides(struct chart *chart, const struct parting *parting)
{
	struct arena *arena = chart->resolver->arena;
	struct plot_parts *parts = arena_alloc(arena, sizeof(*parts));
	enum part_side *sides = arena_array(arena, parting->part_count, sizeof(*sides));

	*parts = (struct plot_parts){ .sides = sides,
				      .meets = parting_has_sides(parting),
				      .ordered = parting->ordered,
				      .unknown = -1 };
	for (size_t s = 0; s < parting->part_count; s++) {
		sides[s] = parts->meets ? parting->parts[s].side : PART_SIDE_NONE;
		if (parting->parts[s].unknown)
			parts->unknown = (int)s;
	}
	if (parts->meets) {
		parts->negative = side_texts(chart, parting, PART_SIDE_NEGATIVE);
		parts->positive = side_texts(chart, parting, PART_SIDE_POSITIVE);
	}
	chart->plot->parts = parts;
}
