#include "support/drawn_report.h"

#include <criterion/criterion.h>

#include "base/arena.h"

static const char *errors(const struct drawn_report *report)
{
	const char *text = "";

	for (size_t i = 0; i < diag_count(report->run.diags); i++) {
		const struct diag *diag = diag_at(report->run.diags, i);

		if (diag->level == DIAG_ERROR)
			text = arena_printf(report->arena, "%s[%s] %s line %u: %s\n", text,
					    diag_kind(diag->code)->id, diag->at.file, diag->at.line,
					    diag->detail);
	}
	return text;
}

static void name_figures(struct drawn_report *report)
{
	const struct figure_list *figures = &report->run.figures;

	report->figures = arena_array(report->arena, figures->count + 1, sizeof(*report->figures));
	for (size_t i = 0; i < figures->count; i++)
		report->figures[i] = (struct named_scene){ figures->items[i].node->anchor,
							   figures->items[i].scene };
}

struct drawn_report *drawn_report_of(const char *spec, const char *data)
{
	struct arena *arena = arena_new();
	struct drawn_report *report = arena_alloc(arena, sizeof(*report));

	*report = (struct drawn_report){ .arena = arena, .options = { .spec = spec } };
	if (data != NULL) {
		const char **folders = arena_array(arena, 1, sizeof(*folders));

		folders[0] = data;
		report->options.data_folders = folders;
		report->options.data_folder_count = 1;
	}
	report->run = run_new(arena, diag_list_new(arena), &report->options);
	cr_assert(run_compute(&report->run) && run_resolve(&report->run) &&
			  run_layout(&report->run),
		  "%s", errors(report));
	report->look = (struct look){ .arena = arena,
				      .diags = report->run.diags,
				      .layout = report->run.layout,
				      .theme = report->run.theme,
				      .engine = report->run.engine };
	name_figures(report);
	return report;
}

void drawn_report_free(struct drawn_report *report)
{
	arena_free(report->arena);
}

static void look_at(const struct drawn_report *report, const struct scene *scene, const char *place,
		    bool figure, struct faults *faults)
{
	struct pieces pieces = pieces_of(&report->look, scene, report->figures);

	pieces.structure = figure ? NULL : &report->run.pages->structure;
	faults->place = place;
	for (const struct named_rule *at = scene_rules; at->rule != NULL; at++)
		if (figure ? at->rule == rule_inside || at->rule == rule_classes_apart
			   : at->rule != rule_classes_apart)
			at->rule(&pieces, faults);
}

const char *drawn_report_faults(const struct drawn_report *report)
{
	struct faults faults = { .arena = report->arena };

	for (size_t i = 0; i < report->run.pages->count; i++)
		look_at(report, report->run.pages->items[i],
			arena_printf(report->arena, "page %zu", i + 1), false, &faults);
	for (size_t i = 0; i < report->run.figures.count; i++)
		look_at(report, report->figures[i].scene, "figure", true, &faults);
	return faults_text(&faults);
}
