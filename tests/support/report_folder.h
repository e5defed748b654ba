/*
 * report_folder.h - a scratch folder with the small report in it, for suites that run the program there.
 *
 * TestSuite(name, .init = report_folder_set_up, .fini = report_folder_tear_down) makes and removes it
 * for every test.
 */
#ifndef GRADIENT_TESTS_REPORT_FOLDER_H
#define GRADIENT_TESTS_REPORT_FOLDER_H

struct arena;

extern struct arena *report_arena; /* of the test */
extern const char *report_folder;  /* holds report.xml and data.csv */

void report_folder_set_up(void);
void report_folder_tear_down(void);

/* The path of something in the folder. */
const char *report_file(const char *name);

#endif
