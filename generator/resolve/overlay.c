/*
 * overlay.c - what an author draws over a chart: targets and annotations, and which kinds can hold them.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/number.h"
#include "base/suggest.h"
#include "resolve/chart_parts.h"

enum { TARGETS_MOST = 2, LAYERS_MOST = 3, ANNOTATIONS_MOST = 6 };

static const char value_prefix[] = "value:";

static const char *const mark_names[LAYER_MARKS] = { "bar", "dot", "line", "rule", "band", "text" };

void tell_overlay(struct chart *chart, const char *sentence)
{
	size_t capacity = chart->overlay_count;

	chart->overlay = arena_grow(chart->resolver->arena, chart->overlay, chart->overlay_count,
				    &capacity, sizeof(*chart->overlay));
	chart->overlay[chart->overlay_count++] = sentence;
}

const char *overlay_alternative(const struct chart *chart, const char *alternative)
{
	for (size_t i = 0; i < chart->overlay_count; i++) {
		const char *longer = arena_printf(chart->resolver->arena, "%s %s", alternative,
						  chart->overlay[i]);

		if (encoding_characters(longer, strlen(longer)) <= ALTERNATIVE_MOST)
			alternative = longer;
	}
	return alternative;
}

/* -- what a kind takes ------------------------------------------------------------------------ */

enum layer_mark layer_mark_find(const char *name)
{
	int mark = 0;

	while (mark < LAYER_MARKS && strcmp(mark_names[mark], name) != 0)
		mark++;
	return (enum layer_mark)mark;
}

/* "kind="dots" takes <target>, <annotate>, <layer mark="dot">" */
static const char *what_it_takes(const struct chart *chart)
{
	struct arena *arena = chart->resolver->arena;
	unsigned takes = chart->kind->takes;
	const char *list = "", *glue = "";

	if ((takes & TAKES_TARGETS) != 0) {
		list = "<target>";
		glue = ", ";
	}
	if ((takes & TAKES_ANNOTATIONS) != 0) {
		list = arena_printf(arena, "%s%s<annotate>", list, glue);
		glue = ", ";
	}
	for (int mark = 0; mark < LAYER_MARKS; mark++)
		if ((takes & (1u << mark)) != 0) {
			list = arena_printf(arena, "%s%s<layer mark=\"%s\">", list, glue,
					    mark_names[mark]);
			glue = ", ";
		}
	return arena_printf(arena, "kind=\"%s\" takes %s", chart->kind->name,
			    list[0] == '\0' ? "none of <target>, <annotate> and <layer>" : list);
}

static unsigned needed_by(const struct block *part)
{
	if (part->kind == BLOCK_TARGET)
		return TAKES_TARGETS;
	if (part->kind == BLOCK_ANNOTATION)
		return TAKES_ANNOTATIONS;
	return 1u << layer_mark_find(part->mark.text);
}

static bool is_taken(const struct chart *chart, const struct block *part)
{
	if ((chart->kind->takes & needed_by(part)) != 0)
		return true;
	diag_add(chart->resolver->diags, DIAG_OVERLAY_UNFIT, part->at,
		 part->kind == BLOCK_TARGET ? "<target>"
		 : part->kind == BLOCK_ANNOTATION
			 ? "<annotate>"
			 : arena_printf(chart->resolver->arena, "<layer mark=\"%s\">",
					part->mark.text),
		 what_it_takes(chart));
	return false;
}

static size_t count_parts(const struct block *parts, enum block_kind kind)
{
	size_t count = 0;

	for (; parts != NULL; parts = parts->next)
		count += parts->kind == kind;
	return count;
}

static bool are_few(const struct chart *chart, enum block_kind kind, const char *name, size_t most)
{
	size_t count = count_parts(chart->block->children, kind);

	if (count > most)
		diag_addf(chart->resolver->diags, DIAG_OVERLAY_MANY, chart->block->at,
			  "%zu of <%s>, at most %zu", count, name, most);
	return count <= most;
}

/* -- targets ---------------------------------------------------------------------------------- */

bool chart_target(const struct chart *chart, double *target)
{
	for (const struct block *part = chart->block->children; part != NULL; part = part->next)
		if (part->kind == BLOCK_TARGET && part->value.text != NULL &&
		    number_parse(part->value.text, strlen(part->value.text), target))
			return true;
	return false;
}

/* Says when what is drawn would stand without a name. */
static void need_words(const struct chart *chart, const struct block *part, const char *name,
		       const char *text)
{
	if (text[0] == '\0')
		diag_add(chart->resolver->diags, DIAG_OVERLAY_WORDLESS, part->at, name, NULL);
}

/* Decimals as the author types them. */
static int decimals_of(const char *number)
{
	const char *point = strchr(number, '.');

	return point == NULL ? 0 : (int)strlen(point + 1);
}

/* The second of two that cannot be told apart would be drawn over the first. */
static bool is_repeated(const struct chart *chart, const struct plot_overlay *overlay,
			const struct block *part, const struct plot_target *target)
{
	for (size_t i = 0; i < overlay->target_count; i++) {
		const struct plot_target *other = &overlay->targets[i];

		if (other->value != target->value || strcmp(other->label, target->label) != 0)
			continue;
		diag_addf(chart->resolver->diags, DIAG_TARGET_TWICE, part->value.at, "%s",
			  target->label);
		return true;
	}
	return false;
}

static void add_target(struct chart *chart, struct plot_overlay *overlay, const struct block *part)
{
	const char *written = part->value.text;
	struct plot_target *target = &overlay->targets[overlay->target_count];
	struct placeholder parts[] = {
		{ "name", resolve_words(chart->resolver, chart->scope, part->text) },
		{ "v", "" },
		{ 0 },
	};

	need_words(chart, part, "<target>", parts[0].text);
	number_parse(written, strlen(written), &target->value);
	check_target(chart, part, target->value);
	parts[1].text = words_figure(chart->words, chart->view.key.indicator, chart->measure,
				     target->value, decimals_of(written));
	target->label = words_fill(chart->words, STRING_TARGET_LABEL, parts);
	if (is_repeated(chart, overlay, part, target))
		return;
	overlay->target_count++;
	tell_overlay(chart, words_fill(chart->words, STRING_NOTE_TARGET, parts));
}

/* -- annotations ------------------------------------------------------------------------------ */

static bool is_called(const char *name, const char *label)
{
	return label[0] != '\0' && strcasecmp(name, label) == 0;
}

static bool is_category(const struct chart *chart, size_t i, const char *name)
{
	const struct plot_category *category = &chart->plot->categories[i];
	const struct classification *classification = chart->view.classification;

	if (is_called(name, category->label) || is_called(name, category->short_label))
		return true;
	if (chart->category_groups != NULL && classification != NULL)
		return is_called(name,
				 classification->groups[chart->category_groups[i].group].code);
	return chart->category_periods != NULL && chart->category_periods[i] >= 0 &&
	       is_called(name, chart->resolver->dataset->periods[chart->category_periods[i]].code);
}

/* What an annotation is about; *name as printed. False when the chart has nothing of the kind. */
static bool find_place(const struct chart *chart, const char *at,
		       struct plot_annotation *annotation, const char **name)
{
	const struct plot *plot = chart->plot;
	size_t length = strlen(value_prefix);

	if (strncmp(at, value_prefix, length) == 0) {
		annotation->place = AT_VALUE;
		if (!number_parse(at + length, strlen(at + length), &annotation->value))
			return false;
		*name = words_figure(chart->words, chart->view.key.indicator, chart->measure,
				     annotation->value, decimals_of(at + length));
		return true;
	}
	for (annotation->number = 0; annotation->number < plot->category_count;
	     annotation->number++)
		if (is_category(chart, annotation->number, at)) {
			annotation->place = AT_CATEGORY;
			*name = plot->categories[annotation->number].label;
			return true;
		}
	for (annotation->number = 0; annotation->number < plot->series_count; annotation->number++)
		if (is_called(at, plot->series[annotation->number].label)) {
			annotation->place = AT_SERIES;
			*name = plot->series[annotation->number].label;
			return true;
		}
	return false;
}

static void complain(const struct chart *chart, const struct block *part)
{
	struct arena *arena = chart->resolver->arena;
	const struct plot *plot = chart->plot;
	const char **names =
		arena_array(arena, plot->category_count + plot->series_count + 1, sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < plot->category_count; i++)
		names[count++] = plot->categories[i].label;
	for (size_t i = 0; i < plot->series_count; i++)
		if (plot->series[i].label[0] != '\0')
			names[count++] = plot->series[i].label;
	names[count++] = "value:NUMBER";
	diag_add(chart->resolver->diags, DIAG_ANNOTATION_PLACE, part->beside.at,
		 arena_printf(arena, "at=\"%s\"", part->beside.text),
		 suggest_hint(arena, part->beside.text, names, count));
}

static void add_annotation(struct chart *chart, struct plot_overlay *overlay,
			   const struct block *part)
{
	struct plot_annotation *annotation = &overlay->annotations[overlay->annotation_count];
	struct placeholder parts[] = {
		{ "text", resolve_words(chart->resolver, chart->scope, part->text) },
		{ "place", "" },
		{ 0 },
	};

	need_words(chart, part, "<annotate>", parts[0].text);
	if (!find_place(chart, part->beside.text, annotation, &parts[1].text)) {
		complain(chart, part);
		return;
	}
	if (annotation->place == AT_VALUE && is_out_of_range(chart, annotation->value)) {
		diag_addf(chart->resolver->diags, DIAG_ANNOTATION_OUT_OF_RANGE, part->beside.at,
			  "at=\"%s\", while %s is a percentage", part->beside.text,
			  chart->view.indicator->id);
		return;
	}
	annotation->text = parts[0].text;
	annotation->line = words_fill(chart->words, STRING_ANNOTATION_LINE, parts);
	tell_overlay(chart, words_fill(chart->words, STRING_NOTE_ANNOTATION, parts));
	overlay->annotation_count++;
}

void add_overlay(struct chart *chart)
{
	const struct block *parts = chart->block->children;
	struct plot_overlay *overlay;
	bool fit = true;

	if (parts == NULL)
		return;
	for (const struct block *part = parts; part != NULL; part = part->next)
		fit = is_taken(chart, part) && fit;
	if (!are_few(chart, BLOCK_TARGET, "target", TARGETS_MOST) ||
	    !are_few(chart, BLOCK_LAYER, "layer", LAYERS_MOST) ||
	    !are_few(chart, BLOCK_ANNOTATION, "annotate", ANNOTATIONS_MOST) || !fit)
		return;
	overlay = arena_alloc(chart->resolver->arena, sizeof(*overlay));
	overlay->targets =
		arena_array(chart->resolver->arena, TARGETS_MOST, sizeof(*overlay->targets));
	overlay->layers =
		arena_array(chart->resolver->arena, LAYERS_MOST, sizeof(*overlay->layers));
	overlay->annotations = arena_array(chart->resolver->arena, ANNOTATIONS_MOST,
					   sizeof(*overlay->annotations));
	chart->plot->overlay = overlay;
	for (const struct block *part = parts; part != NULL; part = part->next)
		if (part->kind == BLOCK_TARGET)
			add_target(chart, overlay, part);
	add_layers(chart, overlay);
	for (const struct block *part = parts; part != NULL; part = part->next)
		if (part->kind == BLOCK_ANNOTATION)
			add_annotation(chart, overlay, part);
}
