/*
 * matrix.c - several indicators by the groups of one breakdown.
 */
#include "resolve/matrix.h"

#include "base/arena.h"
#include "document/plot_heat.h"
#include "resolve/plots/maker.h"

static void set_columns(struct chart *chart, const struct matrix *matrix)
{
	struct plot *plot = chart->plot;

	plot_set_categories(chart->resolver->arena, plot, matrix->group_count);
	for (size_t i = 0; i < matrix->group_count; i++) {
		const struct group *group =
			&matrix->rows[0].view.classification->groups[matrix->groups[i]];

		plot->categories[i].label = matrix_heading(matrix, i);
		plot->categories[i].short_label = plot->categories[i].label;
		plot->categories[i].unknown = group->kind == GROUP_UNKNOWN;
	}
}

static struct plot_value plotted(const struct matrix_cell *cell)
{
	struct plot_value value = {
		.state = cell->value.state, .text = cell->text, .interval = "", .use = cell->use
	};

	if (value_is_shown(&cell->value))
		value.value = cell->value.estimate;
	return value;
}

static void set_rows(struct chart *chart, const struct matrix *matrix)
{
	struct arena *arena = chart->resolver->arena;
	struct plot *plot = chart->plot;
	struct plot_heat *heat = arena_alloc(arena, sizeof(*heat));
	size_t columns = matrix->group_count;

	plot_set_series(arena, plot, matrix->row_count);
	heat->row_heading = word_of(chart->resolver, STRING_SUMMARY_INDICATOR);
	heat->units = arena_array(arena, matrix->row_count, sizeof(*heat->units));
	heat->verdicts = arena_array(arena, matrix->row_count * columns, sizeof(*heat->verdicts));
	for (size_t row = 0; row < matrix->row_count; row++) {
		plot->series[row].label = matrix->rows[row].name;
		heat->units[row] = matrix->rows[row].unit;
		for (size_t i = 0; i < columns; i++) {
			plot->values[row * columns + i] = plotted(&matrix->rows[row].cells[i]);
			heat->verdicts[row * columns + i] = matrix->rows[row].cells[i].verdict;
		}
	}
	plot->heat = heat;
}

static bool plot_matrix(struct chart *chart)
{
	struct matrix matrix = {
		.resolver = chart->resolver,
		.scope = chart->scope,
		.block = chart->block,
	};

	if (!matrix_find(&matrix))
		return false;
	if (matrix.row_count == 0) {
		say_instead(chart->resolver, chart->parent, chart->block->at,
			    word_of(chart->resolver, STRING_SUMMARY_NOTHING));
		return false;
	}
	set_columns(chart, &matrix);
	set_rows(chart, &matrix);
	/* Words are those of what is drawn, whatever indicator the chart stands under. */
	chart->view = matrix.rows[0].view;
	chart->states = matrix.states;
	for (size_t i = 0; i < matrix.source_count; i++)
		chart->sources[chart->source_count++] = matrix.sources[i];
	chart->title = matrix_title(&matrix);
	chart->title_rests_on = matrix.comparisons > 0 ? COMPARED_TOTAL : 0;
	chart->subtitle = matrix_subtitle(&matrix);
	matrix_add_notes(&matrix, &chart->kind_notes);
	return true;
}

const struct plot_maker plot_maker_matrix = {
	.shape = SHAPE_MATRIX,
	.make = plot_matrix,
};
