/*
 * hidden_report.h - a report with one of everything, of which numbers under every rule are hidden.
 *
 * Two sets of such numbers that are hidden alike: who has one report cannot tell which of them was the truth.
 */
#ifndef GRADIENT_TESTS_HIDDEN_REPORT_H
#define GRADIENT_TESTS_HIDDEN_REPORT_H

#include <stddef.h>

/* The numbers that are hidden; every other one is the same in all data. */
struct hidden {
	int small, beside; /* of a local body: one of 1 to 4, and what is hidden with it */
	int female, male, beside_female; /* of it by sex; the same sums */
	int deaths, deaths_beside;       /* 1 or 2, and what is hidden with them */
	int activity;              /* 1 to 7 of a hospital; with it the total is rounded alike */
	int referrals;             /* 0 to 4 of mental health services */
	const char *mean;          /* of so few people that it is hidden */
	int people, people_beside; /* denominators, of which one is so small that both are hidden */
	const char *given;         /* a percentage published beside a hidden count */
};

extern const struct hidden hidden_one, hidden_other;

/* An indicator, the source of its own that it has, and their rule. */
struct hidden_source {
	const char *id, *rule, *method;
};

extern const struct hidden_source hidden_sources[];
extern const size_t hidden_source_count;

/* Writes report.xml to a folder. */
void hidden_report_write(const char *folder);

/* Writes the data of all sources. */
void hidden_data_write(const char *folder, const struct hidden *hidden);

/* Writes those of one: period, dimension, group, sex, n, d, value. */
void hidden_rows_write(const char *folder, const char *name, const char *rows);

#endif
