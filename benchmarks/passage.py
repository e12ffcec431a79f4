"""A passage to be voiced and recognized: ordinary English of an invented town, without figures or names."""

from __future__ import annotations

SENTENCES = (
    "Good morning, and thank you for listening.",
    "The town council voted last night to keep the old bridge open through the winter.",
    "Heavy trucks will have to take the longer road along the river until the repairs are done.",
    "The mayor said the work would cost less than people feared, but she would not promise a date.",
    "Prices of bread and milk rose again last month, while rents have begun to fall in much of the city.",
    "Shop owners near the station say that fewer customers come by train than a year ago.",
    "A small team of doctors has found a way to see the illness years before the first signs.",
    "They looked at the blood of three thousand patients and trained a computer to notice the pattern.",
    "The method is cheap, and it could reach every hospital in the country within five years.",
    "The company that makes the software has raised forty million dollars from two banks.",
    "Its founder told reporters that the money would pay for engineers rather than for advertising.",
    "Critics answered that nobody outside the company has been able to test the results.",
    "In sports, the young swimmer from our own school broke a record that was older than her mother.",
    "She trained before dawn in cold water because the public pool was closed for most of the summer.",
    "The weather will stay dry until Thursday, with strong wind from the west and rain toward the weekend.",
    "Farmers hope for more, since the ground is still hard and the wells are low.",
    "Our question of the week was whether children should learn to write by hand.",
    "Nearly everyone who answered said yes, although many admitted that they no longer do it themselves.",
    "One reader remembered the letters that his grandfather sent from the harbor every Sunday.",
    "He still keeps them in a wooden box under the bed, and he reads them when he cannot sleep.",
    "Before we go, here are two things worth your time this evening.",
    "The museum opens a new room about the history of glass, and the first hour is free.",
    "And a short film about the night train is showing at the theater behind the market.",
    "That is all for today, so have a pleasant afternoon, and we will talk again tomorrow.",
)
