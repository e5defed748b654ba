/*
 * hidden_elements.h - a report with every kind of chart and table that came later than those of hidden_report.h,
 * over data of which numbers are hidden: ends of breakdowns, months, parts of a whole, classes of weeks waited,
 * ages of one sex, bodies.
 */
#ifndef GRADIENT_TESTS_HIDDEN_ELEMENTS_H
#define GRADIENT_TESTS_HIDDEN_ELEMENTS_H

/*
 * Writes report.xml, its data, tiles and outlines to a folder. small: 2 or 3, the number that is hidden wherever
 * LOCAL-5 holds; what is hidden with it is as much larger or smaller, so that all sums stay. seed: of what rounding
 * and hiding by HES-5 leave nothing of.
 */
void hidden_elements_write(const char *folder, int small, unsigned seed);

#endif
