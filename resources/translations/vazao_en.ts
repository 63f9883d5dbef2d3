<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChallengeView</name>
    <message numerus="yes">
        <source>Check on %n fresh seed(s)</source>
        <translation>
            <numerusform>Check on %n fresh seed</numerusform>
            <numerusform>Check on %n fresh seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message numerus="yes">
        <source>%n prediction(s) written into {file}</source>
        <translation>
            <numerusform>%n prediction written into {file}</numerusform>
            <numerusform>%n predictions written into {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n line(s) could not be read</source>
        <translation>
            <numerusform>; %n line could not be read</numerusform>
            <numerusform>; %n lines could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message numerus="yes">
        <source>%n step(s), about {minutes} min</source>
        <translation>
            <numerusform>%n step, about {minutes} min</numerusform>
            <numerusform>%n steps, about {minutes} min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestTable</name>
    <message numerus="yes">
        <source>Copied %n row(s) as CSV</source>
        <translation>
            <numerusform>Copied %n row as CSV</numerusform>
            <numerusform>Copied %n rows as CSV</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message numerus="yes">
        <source>Checked: this run has the same %n row(s), byte for byte</source>
        <translation>
            <numerusform>Checked: this run has the same %n row, byte for byte</numerusform>
            <numerusform>Checked: this run has the same %n rows, byte for byte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>{won} of %n star(s)</source>
        <translation>
            <numerusform>{won} of %n star</numerusform>
            <numerusform>{won} of %n stars</numerusform>
        </translation>
    </message>
</context>
</TS>
