/*
 * small_report.h - a report of a few pages with one of everything, made up, as files in a folder.
 *
 * One indicator of a made-up body: by deprivation over four years, by ethnic group with a hidden and an
 * uncertain figure, by sex. The spec has cover, contents, two parts, numbered sections, every kind of chart, a
 * long table, footnotes, links and references to pages.
 */
#ifndef GRADIENT_TESTS_SMALL_REPORT_H
#define GRADIENT_TESTS_SMALL_REPORT_H

struct arena;

/* Writes report.xml and data.csv to a folder. */
void small_report_write(struct arena *arena, const char *folder, const char *layout);

/* What a test may want to change in it: the spec alone, to be written by the test. */
const char *small_report_spec(struct arena *arena, const char *layout);

/* A figure that is hidden in the data: it must be nowhere in the outputs. */
extern const char small_report_hidden[];

#endif
