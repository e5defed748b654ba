#include "spec/read_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "spec/attributes.h"
#include "spec/xml.h"

static const char *text_child(struct spec_reader *reader, const struct xml_node *node,
			      const char *name)
{
	const struct xml_node *child = xml_child(node, name, NULL);

	return child == NULL ? NULL : xml_text(reader->arena, child);
}

const struct inline_part *inline_child(struct spec_reader *reader, const struct xml_node *node,
				       const char *name)
{
	const struct xml_node *child = xml_child(node, name, NULL);

	return child == NULL ? NULL : read_inline(reader, child);
}

static enum report_status read_status(const struct xml_node *node)
{
	const char *status = node == NULL ? "draft" : attribute_text(node, "is", "draft");

	if (strcmp(status, "official") == 0)
		return REPORT_OFFICIAL;
	return strcmp(status, "draft") == 0 ? REPORT_DRAFT : REPORT_MANAGEMENT_INFORMATION;
}

static const char *read_keywords(struct spec_reader *reader, const struct xml_node *node)
{
	const char *keywords = "";

	for (const struct xml_node *child = NULL;
	     (child = xml_child(node, "keyword", child)) != NULL;)
		keywords = arena_printf(reader->arena, "%s%s%s", keywords,
					keywords[0] == '\0' ? "" : ", ",
					xml_text(reader->arena, child));
	return keywords;
}

static void read_period(struct spec_reader *reader, const struct xml_node *node,
			struct report_meta *meta)
{
	struct word to = attribute_word(node, "to");

	meta->period_from = attribute_date(node, "from");
	meta->period_to = attribute_date(node, "to");
	if (to.text != NULL && date_compare(meta->period_to, meta->period_from) < 0)
		diag_addf(reader->diags, DIAG_PERIOD_BACKWARDS, to.at, "from=\"%s\" to=\"%s\"",
			  attribute_text(node, "from", ""), to.text);
}

void read_meta(struct spec_reader *reader, const struct xml_node *node, struct report_meta *meta)
{
	const struct xml_node *title = xml_child(node, "title", NULL);
	const struct xml_node *contact = xml_child(node, "contact", NULL);
	const struct xml_node *licence = xml_child(node, "licence", NULL);
	const struct xml_node *period = xml_child(node, "period", NULL);
	const struct xml_node *statement = xml_child(node, "statement", NULL);
	const struct xml_node *published = xml_child(node, "published", NULL);
	const char *description = text_child(reader, node, "description");

	*meta = (struct report_meta){
		.at = node->at,
		.title_at = title == NULL ? node->at : title->at,
		.title = inline_child(reader, node, "title"),
		.subtitle = inline_child(reader, node, "subtitle"),
		.publisher = inline_child(reader, node, "publisher"),
		.notice = inline_child(reader, node, "notice"),
		.description = description == NULL ? "" : description,
		.contact = contact == NULL ? "" : xml_text(reader->arena, contact),
		.contact_email = contact == NULL ? "" : attribute_text(contact, "email", ""),
		.licence = licence == NULL ? "" : xml_text(reader->arena, licence),
		.licence_href = licence == NULL ? "" : attribute_text(licence, "href", ""),
		.keywords = read_keywords(reader, node),
		.logo = read_logo(reader->arena, node),
		.period_text = period == NULL ? "" : xml_text(reader->arena, period),
		.status = read_status(xml_child(node, "status", NULL)),
	};
	if (period != NULL)
		read_period(reader, period, meta);
	if (published != NULL)
		meta->published = attribute_date(published, "on");
	if (statement != NULL)
		meta->statement = (struct statement_spec){
			.at = statement->at,
			.edition = attribute_word(statement, "edition"),
			.body = attribute_word(statement, "body"),
			.kind = attribute_word(statement, "kind"),
			.form = attribute_word(statement, "form"),
		};
}

static void read_earlier(struct spec_reader *reader, const struct xml_node *node,
			 struct report *report)
{
	const struct xml_node *child = NULL;

	while ((child = xml_child(node, "earlier", child)) != NULL) {
		report->earlier = arena_grow(reader->arena, report->earlier, report->earlier_count,
					     &report->earlier_capacity, sizeof(*report->earlier));
		report->earlier[report->earlier_count++] = (struct earlier_spec){
			.at = child->at,
			.id = attribute_text(child, "id", ""),
			.href = attribute_word(child, "href"),
			.title = attribute_word(child, "title"),
		};
	}
}

static void read_bodies(struct spec_reader *reader, const struct xml_node *node,
			struct report *report)
{
	const struct xml_node *child = NULL;

	while ((child = xml_child(node, "organisation", child)) != NULL) {
		report->organisations =
			arena_grow(reader->arena, report->organisations, report->organisation_count,
				   &report->organisation_capacity, sizeof(*report->organisations));
		report->organisations[report->organisation_count++] = (struct organisation_spec){
			.at = child->at,
			.code = attribute_word(child, "code"),
			.name = attribute_word(child, "name"),
			.before = attribute_word(child, "before"),
		};
	}
	while ((child = xml_child(node, "peers", child)) != NULL) {
		report->peers = arena_grow(reader->arena, report->peers, report->peers_count,
					   &report->peers_capacity, sizeof(*report->peers));
		report->peers[report->peers_count++] = (struct peers_spec){
			.at = child->at,
			.id = attribute_text(child, "id", ""),
			.of = attribute_word(child, "of"),
		};
	}
}

/* A second level has to be above the first. */
static void read_second_grade(struct spec_reader *reader, const struct xml_node *node,
			      struct report *report)
{
	const struct word much = attribute_word(node, "much");

	report->second_grade = much.text != NULL && strcmp(much.text, "99.8") == 0;
	if (!report->second_grade || report->confidence < 0.998)
		return;
	report->second_grade = false;
	diag_add(reader->diags, DIAG_ATTRIBUTE_IDLE, much.at,
		 "much=\"99.8\" with confidence=\"99.8\"",
		 "take much out, or leave confidence at 95");
}

void read_data(struct spec_reader *reader, const struct xml_node *node, struct report *report)
{
	read_bodies(reader, node, report);
	read_earlier(reader, node, report);
	report->core = attribute_word(node, "core");
	report->confidence = attribute_decimal(node, "confidence", 95) / 100;
	read_second_grade(reader, node, report);
	report->low_count = attribute_whole(node, "low-count", 10);
	report->low_denominator = attribute_whole(node, "low-denominator", 30);
	report->wide_intervals_pass =
		strcmp(attribute_text(node, "wide-intervals", "marked"), "unmarked") == 0;
	for (const struct xml_node *child = NULL;
	     (child = xml_child(node, "source", child)) != NULL;) {
		report->sources = arena_grow(reader->arena, report->sources, report->source_count,
					     &report->source_capacity, sizeof(*report->sources));
		read_source(reader, child, &report->sources[report->source_count++]);
	}
	read_lookups(reader, node, report);
	for (const struct xml_node *child = NULL;
	     (child = xml_child(node, "standard", child)) != NULL;) {
		report->standards =
			arena_grow(reader->arena, report->standards, report->standard_count,
				   &report->standard_capacity, sizeof(*report->standards));
		report->standards[report->standard_count++] = (struct standard_spec){
			.at = child->at,
			.id = attribute_text(child, "id", ""),
			.href = attribute_word(child, "href"),
			.title = attribute_word(child, "title"),
		};
	}
}

static void read_indicator(struct spec_reader *reader, const struct xml_node *node,
			   struct indicator_spec *indicator)
{
	*indicator = (struct indicator_spec){
		.at = node->at,
		.id = attribute_text(node, "id", ""),
		.method = attribute_word(node, "method"),
		.per = attribute_word(node, "per"),
		.standard = attribute_word(node, "standard"),
		.reference = attribute_word(node, "reference"),
		.at_age = attribute_word(node, "at-age"),
		.closing_age = attribute_word(node, "closing-age"),
		.family = attribute_word(node, "family"),
		.side = attribute_word(node, "side"),
		.class_from = attribute_word(node, "class-from"),
		.class_to = attribute_word(node, "class-to"),
		.good = attribute_word(node, "good"),
		.source = attribute_word(node, "source"),
		.denominators = attribute_word(node, "denominators"),
		.domain = attribute_word(node, "domain"),
		.codes = attribute_word(node, "codes"),
		.decimals = attribute_word(node, "decimals"),
		.byar_below_ten =
			strcmp(attribute_text(node, "small-counts", "exact"), "byar") == 0,
		.name = text_child(reader, node, "name"),
		.short_name = text_child(reader, node, "short-name"),
		.measure = text_child(reader, node, "measure"),
		.in_short = text_child(reader, node, "in-short"),
		.events = text_child(reader, node, "events"),
		.population = text_child(reader, node, "population"),
		.unit = text_child(reader, node, "unit"),
		.numerator = text_child(reader, node, "numerator"),
		.denominator = text_child(reader, node, "denominator"),
		.caveat = text_child(reader, node, "caveat"),
		.difference = text_child(reader, node, "difference"),
	};
}

void read_indicators(struct spec_reader *reader, const struct xml_node *node, struct report *report)
{
	for (const struct xml_node *child = NULL;
	     (child = xml_child(node, "use", child)) != NULL;) {
		report->uses = arena_grow(reader->arena, report->uses, report->use_count,
					  &report->use_capacity, sizeof(*report->uses));
		report->uses[report->use_count++] = (struct catalogue_use){
			.at = child->at,
			.set = attribute_word(child, "set"),
			.only = attribute_word(child, "only"),
			.except = attribute_word(child, "except"),
			.source = attribute_word(child, "source"),
		};
	}
	for (const struct xml_node *child = NULL;
	     (child = xml_child(node, "indicator", child)) != NULL;) {
		report->indicators =
			arena_grow(reader->arena, report->indicators, report->indicator_count,
				   &report->indicator_capacity, sizeof(*report->indicators));
		read_indicator(reader, child, &report->indicators[report->indicator_count++]);
	}
	for (const struct xml_node *child = NULL;
	     (child = xml_child(node, "not-reported", child)) != NULL;) {
		report->not_reported =
			arena_grow(reader->arena, report->not_reported, report->not_reported_count,
				   &report->not_reported_capacity, sizeof(*report->not_reported));
		report->not_reported[report->not_reported_count++] = (struct not_reported){
			.at = child->at,
			.indicators = attribute_word(child, "indicator"),
			.by = attribute_word(child, "by"),
			.state = attribute_word(child, "state"),
			.reason = xml_text(reader->arena, child),
		};
	}
}
