#include "resolve/resolve.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "indicator/figure.h"
#include "resolve/chart_parts.h"
#include "resolve/extracts.h"
#include "resolve/methods_parts.h"
#include "resolve/series.h"
#include "resolve/written.h"

/* -- anchors and references ------------------------------------------------------------------- */

void give_anchor(struct resolver *resolver, struct node *node, const char *id, const char *prefix,
		 const char *number)
{
	const char *anchor = id;

	if (anchor[0] == '\0')
		anchor = number[0] != '\0' ? arena_printf(resolver->arena, "%s-%s", prefix, number)
					   : arena_printf(resolver->arena, "%s-u%u", prefix,
							  ++resolver->generated);
	/* A loop makes several nodes of one element: only the first keeps the author's name. */
	if (!string_index_add(resolver->anchors, anchor, (int)resolver->anchored_count)) {
		anchor = arena_printf(resolver->arena, "%s-%u", anchor, ++resolver->generated);
		string_index_add(resolver->anchors, anchor, (int)resolver->anchored_count);
	}
	node->anchor = anchor;
	resolver->anchored =
		arena_grow(resolver->arena, resolver->anchored, resolver->anchored_count,
			   &resolver->anchored_capacity, sizeof(*resolver->anchored));
	resolver->anchored[resolver->anchored_count++] = node;
}

void remember_target(struct resolver *resolver, struct node *node, const struct word *to)
{
	resolver->pending = arena_grow(resolver->arena, resolver->pending, resolver->pending_count,
				       &resolver->pending_capacity, sizeof(*resolver->pending));
	resolver->pending[resolver->pending_count++] = (struct pending){ .node = node, .to = *to };
}

/* outside: in the report that an extract is taken from. */
static const struct node *find_target(struct resolver *resolver, const struct word *to,
				      bool *outside)
{
	const struct resolver *base = resolver->base;
	int number = string_index_find(resolver->anchors, to->text);

	*outside = false;
	if (number >= 0)
		return resolver->anchored[number];
	number = base == NULL ? -1 : string_index_find(base->anchors, to->text);
	*outside = number >= 0;
	if (*outside)
		return base->anchored[number];
	/* The element exists, but a condition or the data left it out of this document. */
	diag_add(resolver->diags, DIAG_TARGET_LEFT_OUT, to->at, to->text, NULL);
	return NULL;
}

static void fill_reference(struct resolver *resolver, const struct pending *pending)
{
	bool outside;
	const struct node *target = find_target(resolver, &pending->to, &outside);
	const char *form = pending->form.text;
	const char *title;

	if (pending->node != NULL) {
		pending->node->target = outside ? NULL : target;
		return;
	}
	if (target == NULL) {
		pending->run->text = word_of(resolver, STRING_REFERENCE_LEFT_OUT);
		return;
	}
	title = text_plain(resolver->arena, &target->title);
	if (outside) {
		bool by_title = form != NULL && strcmp(form, "title") == 0;

		pending->run->text = elsewhere(resolver, target, by_title ? title : "");
		return;
	}
	pending->run->target = target;
	if (form != NULL && strcmp(form, "page") == 0) {
		pending->run->kind = RUN_PAGE;
		pending->run->text = word_of(resolver, STRING_PAGE_REFERENCE);
	} else if ((form != NULL && strcmp(form, "title") == 0) || target->label[0] == '\0')
		pending->run->text = title;
	else
		pending->run->text = target->label;
}

/* -- contents --------------------------------------------------------------------------------- */

/* The section that local contents stand in; of other contents all of the report. */
static const struct node *what_is_listed(const struct resolver *resolver,
					 const struct node *contents)
{
	const struct node *around = contents->parent;

	while (contents->local && around != NULL && around->kind != NODE_SECTION)
		around = around->parent;
	return contents->local && around != NULL ? around : resolver->document->root;
}

static void fill_contents(struct resolver *resolver, struct node *contents)
{
	size_t capacity = 0;
	const struct node *root = what_is_listed(resolver, contents);
	unsigned above = root->kind == NODE_SECTION ? root->level : 0;

	for (const struct node *node = root; node != NULL; node = node_next(node, root)) {
		if (node->kind != NODE_SECTION || node == root ||
		    node->level > above + contents->level)
			continue;
		contents->entries =
			arena_grow(resolver->arena, contents->entries, contents->entry_count,
				   &capacity, sizeof(*contents->entries));
		contents->entries[contents->entry_count++] = (struct contents_entry){
			.level = node->level - above,
			.part = contents->local ? "" : node->part,
			.number = node->number,
			.title = text_plain(resolver->arena, &node->title),
			.target = node,
		};
	}
}

static void finish_contents(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->anchored_count; i++)
		if (resolver->anchored[i]->kind == NODE_CONTENTS)
			fill_contents(resolver, resolver->anchored[i]);
}

/* -- the whole -------------------------------------------------------------------------------- */

void resolve_cover(struct resolver *resolver, const struct scope *scope, const struct block *block)
{
	struct document *document = resolver->document;
	struct plot *plot;
	struct value slope;
	struct cell_key key;
	struct view view;
	double people = 0;

	document->has_cover = true;
	if (scope->reference.indicator.text == NULL || scope->reference.by.text == NULL ||
	    !scope_key(resolver, scope, block->at, &key))
		return;
	view = view_of(resolver->arena, resolver->results, &key);
	slope = view_measure(&view, MEASURE_SII);
	if (!value_is_shown(&slope))
		return;
	plot = arena_alloc(resolver->arena, sizeof(*plot));
	*plot = (struct plot){
		.kind = "steps",
		.axis_title = "",
		.category_count = view.ordinary,
		.series_count = 1,
		.categories =
			arena_array(resolver->arena, view.ordinary, sizeof(*plot->categories)),
		.values = arena_array(resolver->arena, view.ordinary, sizeof(*plot->values)),
	};
	use_values(resolver, &view, NULL, block->at);
	use_measure(resolver, &view, MEASURE_SII, "", block->at);
	set_fitted(resolver, plot, results_breakdown(resolver->results, &view.key, MEASURE_SII));
	for (size_t i = 0; i < view.ordinary; i++)
		people += view.groups[i].result->denominator.number;
	for (size_t i = 0; i < view.ordinary; i++) {
		plot->categories[i].share = view.groups[i].result->denominator.number / people;
		plot->values[i] = (struct plot_value){ .state = view.groups[i].value.state,
						       .value = view.groups[i].value.estimate };
	}
	document->cover_plot = plot;
	document->cover_caption =
		words_fill(&resolver->words, STRING_COVER_CAPTION,
			   (struct placeholder[]){ { "name", view.indicator->short_name },
						   { "noun", view.classification->group_noun },
						   { 0 } });
}

static const char *status_word(const struct resolver *resolver, enum report_status status)
{
	switch (status) {
	case REPORT_DRAFT:
		return word_of(resolver, STRING_STATUS_DRAFT);
	case REPORT_OFFICIAL:
		return word_of(resolver, STRING_STATUS_OFFICIAL);
	case REPORT_MANAGEMENT_INFORMATION:
		return word_of(resolver, STRING_STATUS_MANAGEMENT);
	}
	return "";
}

static const char *meta_words(struct resolver *resolver, const struct scope *scope,
			      const struct inline_part *part)
{
	return part == NULL ? "" : resolve_words(resolver, scope, part);
}

static void set_meta(struct resolver *resolver, const struct scope *scope)
{
	const struct report_meta *meta = &resolver->report->meta;
	struct document *document = resolver->document;

	document->title = meta_words(resolver, scope, meta->title);
	if (document->title[strspn(document->title, " ")] == '\0')
		diag_add(resolver->diags, DIAG_TITLE_EMPTY, meta->title_at, NULL, NULL);
	document->subtitle = meta_words(resolver, scope, meta->subtitle);
	document->publisher = meta_words(resolver, scope, meta->publisher);
	document->notice = meta_words(resolver, scope, meta->notice);
	document->period = meta->period_text;
	document->description = meta->description;
	document->keywords = meta->keywords;
	document->contact = meta->contact;
	document->language = resolver->report->language;
	document->date = meta->published;
	document->status = status_word(resolver, meta->status);
	document->contents_word = word_of(resolver, STRING_CONTENTS);
	document->page_word = word_of(resolver, STRING_PAGE);
	document->link_word = word_of(resolver, STRING_LINK_TO);
	for (int i = 0; i <= VALUE_NOT_APPLICABLE; i++)
		document->state_words[i] = heard_state(resolver, (enum value_state)i);
	document->published = "";
	if (meta->published.year > 0)
		document->published = words_fill(
			&resolver->words, STRING_PUBLISHED,
			(struct placeholder[]){
				{ "date", words_date(&resolver->words, meta->published) }, { 0 } });
}

void finish_document(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->pending_count; i++)
		fill_reference(resolver, &resolver->pending[i]);
	finish_places(resolver);
	finish_sentence_tables(resolver);
	tell_unchecked(resolver);
	finish_methods(resolver);
	finish_glossaries(resolver);
	finish_coverage(resolver);
	finish_contents(resolver);
	name_figures(resolver);
}

struct document *document_resolve(struct arena *arena, const struct report *report,
				  const struct results *results, const struct reference *reference,
				  const struct statement_lists *statement,
				  const struct statement_demand *demand,
				  const struct layout *layout, const struct strings *strings,
				  struct diag_list *diags)
{
	struct document *document = arena_alloc(arena, sizeof(*document));
	struct resolver resolver = {
		.arena = arena,
		.report = report,
		.dataset = results->dataset,
		.results = results,
		.reference = reference,
		.statement = statement,
		.demand = demand,
		.layout = layout,
		.words = { .arena = arena,
			   .strings = strings,
			   .results = results,
			   .technical = report->technical },
		.diags = diags,
		.document = document,
		.anchors = string_index_new(arena),
		.part = "",
	};
	struct scope scope = { .reference = report->reference };
	size_t errors = diag_errors(diags);

	document->root = node_new(arena, NODE_PART, report->meta.at);
	set_meta(&resolver, &scope);
	check_report_body(&resolver, &scope);
	resolve_blocks(&resolver, &scope, report->blocks, document->root);
	finish_document(&resolver);
	resolve_extracts(&resolver);
	return diag_errors(diags) == errors ? document : NULL;
}
