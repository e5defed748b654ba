#include "support/trust_report.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "coverage/coverage.h"
#include "support/program.h"

static const char *const indicators[] = { "MH02", "MH03", "MH04", "MH05", "LD02" };

/* Groups of each breakdown, and how many of 1,000 events belong to each of them. */
static const struct {
	const char *dimension;
	const char *groups[5];
	int events[5];
} breakdowns[] = {
	{ "deprivation", { "1", "2", "3", "4", "5" }, { 300, 250, 200, 150, 100 } },
	{ "ethnic-group",
	  { "asian", "black", "mixed", "white", "other" },
	  { 100, 150, 50, 650, 50 } },
	{ "age", { "0-17", "18-39", "40-64", "65+" }, { 100, 400, 300, 200 } },
	{ "sex", { "female", "male" }, { 480, 520 } },
};

static const char meta[] =
	"<contact email='a@b.example'>Insight team</contact>"
	"<period from='2024-04-01' to='2025-03-31'>April 2024 to March 2025</period>"
	"<statement edition='statement-2023-25' body='RXX'/>";

static const char views[] =
	"<review>"
	"<view of='understand' is='met'><evidence>Shown.</evidence></view>"
	"<view of='break-down' is='met'><evidence>Shown.</evidence></view>"
	"<view of='data-quality' is='met'><evidence>Shown.</evidence></view>"
	"<view of='act' is='partly-met'><evidence>Acted.</evidence><reason>No time.</reason>"
	"<next-step owner='Head' date='2025-12'>More.</next-step></view>"
	"<view of='evaluate' is='met'><evidence>Shown.</evidence></view>"
	"<view of='publish' is='met'><evidence>Shown.</evidence></view>"
	"</review>";

static const char body[] =
	"<section purpose='about'><title>About</title><p>RXX.</p><provisions/></section>"
	"<section purpose='review'><title>Review</title>%s</section>"
	"<section purpose='population' indicator='MH02'><title>Population</title><p>Need.</p>"
	"<table by='deprivation'/><table by='ethnicity'/><table by='age'/><table by='sex'/></section>"
	"<section purpose='data-quality'><title>Quality</title><sources/>"
	"<data-quality><step owner='Head' date='2025-12'>Ask.</step></data-quality></section>"
	"<section purpose='indicators'><title>Figures</title>%s</section>"
	"<section purpose='action'><title>Action</title>"
	"<actions indicator='MH02'><action owner='Head' state='Done'>Clinics.</action></actions>"
	"<actions indicator='LD02'><no-action>None was needed.</no-action></actions></section>"
	"<section purpose='equality'><title>Equality</title>"
	"<equality href='https://trust.example/equality'>See there.</equality></section>"
	"<section purpose='methods'><title>Methods</title><methods/></section>";

static void add_rows(struct buffer *rows, const char *indicator)
{
	buffer_printf(rows, "%s,RXX,all,all,1000,50000\n", indicator);
	for (size_t i = 0; i < sizeof(breakdowns) / sizeof(breakdowns[0]); i++)
		for (size_t j = 0; j < 5 && breakdowns[i].groups[j] != NULL; j++)
			buffer_printf(rows, "%s,RXX,%s,%s,%d,10000\n", indicator,
				      breakdowns[i].dimension, breakdowns[i].groups[j],
				      breakdowns[i].events[j]);
}

/* "<table indicator='MH02' by='age'/>" is what a test takes out or changes. */
static void add_figures(struct buffer *figures, const char *indicator)
{
	static const char *const dimensions[] = { "deprivation", "ethnicity", "age", "sex" };

	buffer_printf(figures, "<p><value indicator='%s'/></p>", indicator);
	for (size_t i = 0; i < 4; i++)
		buffer_printf(figures, "<table indicator='%s' by='%s'/>", indicator, dimensions[i]);
}

static const char *changed(struct arena *arena, const char *text,
			   const struct trust_change *changes, bool *made)
{
	for (size_t i = 0; changes[i].from != NULL; i++) {
		made[i] = made[i] || strstr(text, changes[i].from) != NULL;
		text = text_replace(arena, text, changes[i].from, changes[i].to);
	}
	return text;
}

struct statement *trust_report(const struct trust_change *changes)
{
	struct arena *arena = arena_new();
	bool made[TRUST_CHANGES_MOST] = { false };
	struct buffer rows, figures, text;
	struct statement_parts parts = {
		.retrieved = "2025-05-01",
		.about = "organisation='RXX'",
	};
	struct statement *statement;

	buffer_init(&rows);
	buffer_init(&figures);
	buffer_init(&text);
	buffer_add_text(&rows, "indicator,organisation,dimension,group,numerator,denominator\n");
	for (size_t i = 0; i < sizeof(indicators) / sizeof(indicators[0]); i++) {
		add_rows(&rows, indicators[i]);
		add_figures(&figures, indicators[i]);
	}
	buffer_printf(&text, body, views, buffer_text(&figures));
	parts.rows = changed(arena, buffer_finish(&rows, arena), changes, made);
	parts.body = changed(arena, buffer_finish(&text, arena), changes, made);
	parts.meta = changed(arena, meta, changes, made);
	parts.indicators = changed(
		arena, "<use set='statement-2023-25' only='MH02 MH03 MH04 MH05 LD02' source='s'/>",
		changes, made);
	for (size_t i = 0; changes[i].from != NULL; i++)
		cr_assert(made[i], "the report has no \"%s\" to change", changes[i].from);
	buffer_clear(&figures);
	statement = statement_of(&parts);
	arena_free(arena);
	return statement;
}
